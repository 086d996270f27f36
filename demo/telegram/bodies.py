"""Reading a call's body: query string, form, JSON or multipart, all into one `Asked`."""

import json
import re
from urllib.parse import parse_qsl, unquote

from demo.telegram.asked import Asked, Upload
from demo.telegram.refusals import Refused, bad

LARGEST = 52 * 2**20
"""Bytes of a whole call; a 50 MB document and its caption fit."""
MOST_FIELDS = 256
BOUNDARY = re.compile(r'boundary="?([^";,]+)"?')
FIELD = re.compile(r'\bname="([^"]*)"')
FILE_NAME = re.compile(r'\bfilename="([^"]*)"')
FOREIGN_FILE_NAME = re.compile(r"filename\*=utf-8''([^;\s]+)", re.IGNORECASE)


def read(query: str, content_type: str, body: bytes) -> Asked:
    """The parameters of a call; 400 where the body isn't what its content type says."""
    asked = Asked(form(query) if query else {})
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return asked
    if kind == "application/json":
        asked.given.update(json_object(body))
    elif kind == "multipart/form-data":
        multipart(asked, content_type, body)
    else:
        asked.given.update(form(decoded(body)))
    return asked


def decoded(body: bytes) -> str:
    """The body as text; Telegram takes UTF-8 only."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def form(text: str) -> dict[str, str]:
    """The fields of a URL-encoded form."""
    try:
        return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except ValueError:
        raise Refused(413, "Request Entity Too Large") from None


def json_object(body: bytes) -> dict[str, object]:
    """The fields of a JSON body."""
    try:
        fields = json.loads(body)
    except ValueError:
        raise bad("can't parse request: Can't parse JSON object") from None
    if not isinstance(fields, dict):
        raise bad("can't parse request: Expected an Object")
    return fields


def multipart(asked: Asked, content_type: str, body: bytes) -> None:
    """The fields and files of a multipart body, into `asked`."""
    boundary = BOUNDARY.search(content_type)
    if boundary is None:
        raise bad("can't parse request: boundary not found")
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode())
    for part in parts[1:-1]:
        one_part(asked, part)


def one_part(asked: Asked, part: bytes) -> None:
    """One part: a field, or a file if it has a file name."""
    head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    headers = head.decode("utf-8", "replace")
    name = FIELD.search(headers)
    if name is None:
        return
    file_name = FOREIGN_FILE_NAME.search(headers) or FILE_NAME.search(headers)
    if file_name is None:
        asked.given[name[1]] = decoded(content)
    else:
        asked.uploads[name[1]] = Upload(unquote(file_name[1]), mime(headers), content)


def mime(headers: str) -> str:
    """The content type that a part claims."""
    found = re.search(r"content-type:\s*([^\s;]+)", headers, re.IGNORECASE)
    return found[1] if found else "application/octet-stream"
