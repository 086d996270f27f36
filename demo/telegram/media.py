"""Files inside messages: taken from the upload or by id, described as each kind describes itself."""

import struct

from demo.telegram.asked import Asked, Upload
from demo.telegram.files import Files
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import Refused, bad

LARGEST = 50 * 10**6
LARGEST_PHOTO = 10 * 2**20
LARGEST_SIDES = 10_000
NARROWEST = 20
KINDS = ("photo", "document", "voice", "audio", "video")


def media(files: Files, asked: Asked, kind: str, field: str = "") -> Plain:
    """The file that the call's field names, as a part of a message."""
    wanted = asked.given.get(field or kind, "")
    name = wanted.removeprefix("attach://") if isinstance(wanted, str) else ""
    upload = asked.uploads.get(name if wanted else field or kind)
    if upload is not None:
        return {kind: described(files, keep(files, upload, kind), kind, asked)}
    return {kind: described(files, known(files, wanted, kind), kind, asked)}


def keep(files: Files, upload: Upload, kind: str) -> str:
    """An upload as a file; refused if it is empty, too big, or no picture where one should be."""
    size = len(upload.content)
    if not size:
        raise bad("file must be non-empty")
    if kind == "photo" and size > LARGEST_PHOTO:
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes")
    if size > LARGEST:
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo":
        check_sides(upload.content)
    return files.add(upload.content, upload.name, picture_type(upload.content) or upload.mime, kind)


def known(files: Files, wanted: object, kind: str) -> str:
    """The id of a file that Telegram has."""
    if not wanted or not isinstance(wanted, str):
        raise bad(f"there is no {kind} in the request")
    if wanted.startswith("attach://"):
        raise bad("file is not found in the request: " + wanted)
    if wanted.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    if wanted not in files.kept:
        raise bad("wrong file identifier/HTTP URL specified")
    return wanted


def check_sides(content: bytes) -> None:
    """A photo is a picture, not too large and not too narrow."""
    width, height = sides(content)
    if not width or not height:
        raise bad("IMAGE_PROCESS_FAILED")
    if width + height > LARGEST_SIDES or max(width, height) > NARROWEST * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def described(files: Files, number: str, kind: str, asked: Asked) -> Plain | list[Plain]:
    """The file as that kind of content; photos come in a list of sizes."""
    file, plain = files.kept[number], files.plain(number)
    if kind == "photo":
        width, height = sides(files.content(number))
        return [{**plain, "width": width or 1, "height": height or 1}]
    if kind == "voice":
        return {**plain, "duration": asked.number("duration") or 1, "mime_type": file["mime"]}
    named = {**plain, "file_name": file["name"], "mime_type": file["mime"]}
    if kind == "audio":
        return given(**named, duration=asked.number("duration") or 1, title=asked.text("title"))
    if kind == "video":
        sizes = {"width": asked.number("width") or 1, "height": asked.number("height") or 1}
        return {**named, **sizes, "duration": asked.number("duration") or 1}
    return named


def picture_type(content: bytes) -> str:
    """The MIME type of a picture by its first bytes; empty for anything else."""
    beginnings = {b"\x89PNG\r\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
    found = next((mime for start, mime in beginnings.items() if content.startswith(start)), "")
    return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else found


def sides(content: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels; zeros if it isn't one."""
    readers = {"image/png": png_sides, "image/gif": gif_sides, "image/jpeg": jpeg_sides, "image/webp": webp_sides}
    reader = readers.get(picture_type(content))
    try:
        return reader(content) if reader else (0, 0)
    except (struct.error, IndexError):
        return 0, 0


def png_sides(content: bytes) -> tuple[int, int]:
    """From the first chunk."""
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def gif_sides(content: bytes) -> tuple[int, int]:
    """From the screen descriptor."""
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def webp_sides(content: bytes) -> tuple[int, int]:
    """From the extended header; other variants count as square."""
    if content[12:16] != b"VP8X":
        return 512, 512
    return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")


def jpeg_sides(content: bytes) -> tuple[int, int]:
    """From the first start-of-frame marker."""
    at = 2
    while at + 9 < len(content):
        marker, length = struct.unpack(">xBH", content[at : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
