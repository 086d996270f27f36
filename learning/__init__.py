"""Learning what messages lean to from told examples: `python -m learning` writes the weights that parsing reads.

The examples (`told/*.tsv`: intent, sentiment, text) were written for this; {c} stands for a company, {p} for a person.
"""
