#!/bin/sh
# dist.sh SOURCE BUILD: the archive that `meson dist` makes of the last commit builds without a network, and passes the
# tests of the library, the loaded texts and the reader.
. "$(dirname "$0")/lib.sh"

git -C "$source" rev-parse HEAD >/dev/null 2>&1 || skip "no git checkout, of which an archive could be made"
meson dist -C "$build" --no-tests --allow-dirty --formats gztar >printed 2>&1 || {
    cat printed
    exit 1
}
tar xzf "$build"/meson-dist/scodb-*.tar.gz
cd scodb-* || exit
offline=
if unshare -rn true 2>/dev/null; then
    offline="unshare -rn"
else
    echo "no right to take the network away: built with it"
fi
holds "the archive cannot be set up" $offline meson setup build -Dbuildtype=plain -Dc_args=-O0
holds "the archive does not build" $offline ninja -C build -j2
holds "its tests fail" meson test -C build --no-rebuild lib_open lib_list map sql reader
finish
