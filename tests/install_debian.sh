#!/bin/sh
# What a few tests need beyond Python, installed on Debian as root and only if missing:
# a browser, a PostgreSQL server and a font with Chinese. Elsewhere those tests skip, a line each.
set -u

[ "$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null || exit 0

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
ls /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc >/dev/null 2>&1 || missing="$missing fonts-noto-cjk"
[ -n "$missing" ] || exit 0

echo "Installing for the tests:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# shellcheck disable=SC2086  # The names are separate words.
if apt-get update -qq >"$log" 2>&1 &&
	apt-get install -y -qq --no-install-recommends $missing >>"$log" 2>&1 </dev/null; then
	rm -f "$log"
else
	tail -n 3 "$log" >&2
	echo "Could not install:$missing. The tests that need them will skip." >&2
fi
exit 0
