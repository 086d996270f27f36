"""Files that people and the bot exchanged: in memory, or in the folder if there is one."""

import mimetypes
import secrets

from demo.telegram.asked import Asked
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad
from demo.telegram.shelf import Shelf

LARGEST_DOWNLOAD = 20 * 10**6


class Files:
    """Files by id: name, MIME type, size, the path for download, and the bytes."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.folder = shelf.folder / "files" if shelf.folder else None
        self.kept: dict[str, Plain] = dict(shelf.all("file"))
        self.contents: dict[str, bytes] = {}
        self.paths = {file["path"]: number for number, file in self.kept.items()}

    def add(self, content: bytes, name: str, mime: str, kind: str = "document") -> str:
        """Keep a file; its id."""
        number = f"{kind[:2].upper()}{secrets.token_urlsafe(18)}"
        extension = mimetypes.guess_extension(mime) or ""
        path = f"{kind}s/file_{len(self.kept)}{extension}"
        self.kept[number] = {"name": name, "mime": mime, "size": len(content), "path": path, "unique": number[2:16]}
        self.paths[path] = number
        self.store(number, content)
        self.shelf.put("file", number, self.kept[number])
        return number

    def store(self, number: str, content: bytes) -> None:
        """The bytes themselves."""
        if self.folder is None:
            self.contents[number] = content
        else:
            self.folder.mkdir(exist_ok=True, mode=0o700)
            (self.folder / number).write_bytes(content)

    def content(self, number: str) -> bytes:
        """The bytes of a known file."""
        return self.contents[number] if self.folder is None else (self.folder / number).read_bytes()

    def plain(self, number: str) -> Plain:
        """What every kind of file says of itself."""
        file = self.kept[number]
        return {"file_id": number, "file_unique_id": file["unique"], "file_size": file["size"]}

    def get(self, asked: Asked) -> Plain:
        """getFile: where the file can be downloaded; refused above 20 MB."""
        number = asked.text("file_id")
        if not number:
            raise bad("file_id not specified")
        if number not in self.kept:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if self.kept[number]["size"] > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        return {**self.plain(number), "file_path": self.kept[number]["path"]}
