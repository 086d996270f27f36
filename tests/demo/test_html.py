"""HTML parse mode: every way in which Telegram reads it or refuses it."""

from typing import Any

import pytest

from demo.telegram.html import parse
from demo.telegram.refusals import Refused

LINK = {"type": "text_link", "offset": 0, "length": 2}

READ: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("", "", []),
    ("客户 A", "客户 A", []),
    ("<b>华星</b>科技", "华星科技", [{"type": "bold", "offset": 0, "length": 2}]),
    ("<STRONG>x</strong>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
    ("<ins>a</ins><em>b</em>", "ab",
     [{"type": "underline", "offset": 0, "length": 1}, {"type": "italic", "offset": 1, "length": 1}]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc",
     [{"type": "strikethrough", "offset": at, "length": 1} for at in range(3)]),
    ("🏟<i>🏟</i>", "🏟🏟", [{"type": "italic", "offset": 2, "length": 2}]),
    ("<b>a<i>b</i></b>", "ab",
     [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 1}]),
    ("<b></b>x", "x", []),
    ("<i>a</>", "a", [{"type": "italic", "offset": 0, "length": 1}]),
    ("<i>a</i   >", "a", [{"type": "italic", "offset": 0, "length": 1}]),
    ("<i  a = b  c='>' d=\"&quot;\" e>x</i>", "x", [{"type": "italic", "offset": 0, "length": 1}]),
    ("1 &lt; 2 &gt; &amp; &quot;", '1 < 2 > & "', []),
    ("&lt3", "<3", []),
    ("&nbsp; &copy; &", "&nbsp; &copy; &", []),
    ("&#65;&#x42;&#0;&#12345678;", "AB&#0;&#12345678;", []),
    ("a > b", "a > b", []),
    ("<blockquote>q</blockquote>", "q", [{"type": "blockquote", "offset": 0, "length": 1}]),
    ("<blockquote expandable>q</blockquote>", "q", [{"type": "expandable_blockquote", "offset": 0, "length": 1}]),
    ("<tg-spoiler>s</tg-spoiler>", "s", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ('<span class="tg-spoiler">s</span>', "s", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ("<pre>x</pre><code>y</code>", "xy",
     [{"type": "pre", "offset": 0, "length": 1}, {"type": "code", "offset": 1, "length": 1}]),
    ('<pre><code class="language-py">x</code></pre>', "x",
     [{"type": "pre", "offset": 0, "length": 1, "language": "py"}]),
    ('<pre>1<code class="language-py">x</code></pre>', "1x",
     [{"type": "pre", "offset": 0, "length": 2}, {"type": "code", "offset": 1, "length": 1}]),
    ('<code class="language-py">x</code>', "x", [{"type": "code", "offset": 0, "length": 1}]),
    ('<a href="https://x.example/?a=1&amp;b=2">go</a>', "go", [{**LINK, "url": "https://x.example/?a=1&b=2"}]),
    ('<a href="x.example">go</a>', "go", [{**LINK, "url": "http://x.example/"}]),
    ('<a href="tg://resolve?domain=x">go</a>', "go", [{**LINK, "url": "tg://resolve?domain=x"}]),
    ('<a href="tel:+6591234567">go</a>', "go", []),
    ('<a href="javascript:alert(1)">go</a>', "go", []),
    ('<a href="no spaces.example">go</a>', "go", []),
    ("<a>go</a>", "go", []),
    ("<a>x.example</a>", "x.example", [{"type": "text_link", "offset": 0, "length": 9, "url": "http://x.example/"}]),
    ('<a href="tg://user?id=9000000001">@</a>', "@",
     [{"type": "text_mention", "offset": 0, "length": 1,
       "user": {"id": 9000000001, "is_bot": False, "first_name": ""}}]),
    ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍",
     [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"}]),
    ('<tg-time unix="1795000000" format="wDT">now</tg-time>', "now",
     [{"type": "date_time", "offset": 0, "length": 3, "unix_time": 1795000000, "date_time_format": "wDT"}]),
]  # fmt: skip

SURROGATES = ("Text contains invalid Unicode characters after decoding HTML entities, "
              "check for unmatched surrogate code units")  # fmt: skip

REFUSED = [
    ("1 < 2 > 1", 'Unsupported start tag "" at byte offset 2'),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<3", "Unclosed start tag at byte offset 0"),
    ("a<script>x</script>", 'Unsupported start tag "script" at byte offset 1'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</b y>", "Unclosed end tag at byte offset 4"),
    ("<i  =x>a</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ("<i a='b>c</i>", "Unclosed start tag at byte offset 0"),
    ("<i a", 'Unclosed start tag "i" at byte offset 0'),
    ("<i a=b,c>d</i>", "Unexpected end of name token at byte offset 5"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ('<tg-time unix="x">now</tg-time>', "Invalid Unix time specified"),
    ('<tg-time unix="1" format="rt">now</tg-time>', "Invalid date format used"),
    ("&#57311;", SURROGATES),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text", "entities"), READ)
def test_markup_is_read_as_telegram_reads_it(markup: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse(markup) == (text, entities)


@pytest.mark.parametrize(("markup", "words"), REFUSED)
def test_broken_markup_is_refused_in_telegrams_words(markup: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(markup)
    assert refused.value.code == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_offsets_of_errors_count_bytes_of_the_markup() -> None:
    with pytest.raises(Refused, match='tag "q" at byte offset 6'):
        parse("客户<q>")
