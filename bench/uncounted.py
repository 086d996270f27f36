"""The unhurried bot without anything that is computed of a customer: no aggregate, no score, no tier, no due date.

What keeping them costs is the difference.
"""

from actions import judging

from .unhurried import run

if __name__ == "__main__":
    vars(judging)["refresh"] = lambda *_, **__: []
    run()
