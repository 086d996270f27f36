"""Benchmarks: what Huifang costs, beside a peer on the same machine in the same run.

python -m bench           a line for each figure, with its aim
python -m bench --json    one JSON document
"""

import scoring  # noqa: F401  before numpy, as in the bot: it holds numpy, the peers' as well, to one thread
