#!/bin/sh
# Builds the two output profiles of this folder from characterisation data. Debian 12:
#   apt-get install icc-profiles-free argyll && sh build-profiles.sh
# The same data and the same version of Argyll (2.3.1) give the same bytes.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# -l280           total ink at most 280 %, so that every pixel keeps 300 % after the rounding of JPEG
# -kp 0 .35 1 1 1 no black ink in light tones, where its dots would show (skin, sky); a straight ramp up to full black
# -t la           colours as they are, the grey axis fitted between paper white and the press's black
# -s sRGB -cmt    the source of every picture, seen on a screen; -dpp a print in a room
# -qm -bm -nc     tables of 17 steps a side, and no copy of the measurements
build() {
  source=$1 name=$2 title=$3 copyright=$4
  cp "/usr/share/color/icc/$source.ti3" "$work/$name.ti3"
  colprof -qm -bm -nc -l280 -kp 0 0.35 1.0 1.0 1.0 \
    -s /usr/share/color/argyll/ref/sRGB.icm -t la -cmt -dpp \
    -A Twelvefold -M "$title" -D "$title" -C "$copyright" "$work/$name"
  # The header's creation date (bytes 24 to 35, six 16-bit numbers): 2026-01-01 00:00:00 instead of now.
  printf '\007\352\0\001\0\001\0\0\0\0\0\0' |
    dd of="$work/$name.icc" bs=1 seek=24 conv=notrunc status=none
  cp "$work/$name.icc" "$here/$name.icc"
}

build FOGRA39L fogra39 'Twelvefold Coated FOGRA39' \
  'Made from FOGRA39L by Fogra, as packaged by Kai-Uwe Behrmann under the zlib license. No warranty.'
build TR006 gracol2006 'Twelvefold Coated GRACoL 2006' \
  'Made from ANSI CGATS/GRACoL TR 006-2007, the source of the characterization data. No warranty.'
