"""The weights anew, from all told examples: `python -m learning`; needed whenever the rules of the grammar change."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from learning import examples, kinds, names, wares
from parsing import leanings, likely_names, likely_wares


def write(file: Path, rows: Mapping[str, Sequence[int]]) -> None:
    """A table of weights: a piece and its weights a line."""
    lines = (f"{piece}\t{' '.join(map(str, row))}\n" for piece, row in sorted(rows.items()))
    file.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Write all tables; names first, since the others are learnt with them masked."""
    customers, people = names.learn(examples.nameless())
    write(likely_names.CUSTOMERS.file, customers)
    write(likely_names.PEOPLE.file, people)
    likely_names.forget()
    told = examples.told()
    write(leanings.WEIGHTS, kinds.learn(told))
    write(likely_wares.WEIGHTS.file, wares.learn(told))


if __name__ == "__main__":
    main()
