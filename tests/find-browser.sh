#!/bin/sh
# See that there is a Chromium for the browser tests; on Debian, install one where that is possible.
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    echo "no Chromium found: installing Debian's"
    if $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium >/dev/null; then
        exit 0
    fi
fi
echo "no Chromium found, and it could not be installed: the browser tests will be skipped"
echo "    remedy: install Chromium (Debian: sudo apt-get install chromium) and run make test again"
