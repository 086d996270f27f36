"""Tables in files: CSV as people really have it, and Excel's xlsx; what is written is never a formula.

    lines = read(Path("customers.csv"))
    write(Path("customers.xlsx"), ["客户", "负责人"], rows)

Knows nothing of customers, databases or chats.
"""

from .book import Chart, Column, Table, write_book
from .cells import Cell, Line
from .reading import SheetUnreadable, read
from .writing import SheetUnwritable, harmless, write

__all__ = [
    "Cell", "Chart", "Column", "Line", "SheetUnreadable", "SheetUnwritable", "Table", "harmless", "read", "write",
    "write_book",
]  # fmt: skip
