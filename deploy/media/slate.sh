#!/bin/sh
# Makes the segment that players are shown while a camera is offline: two seconds, for HLS.
#   sh slate.sh FILE.ts
set -eu
draft="$1.draft"
font=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
words="drawtext=fontfile=$font:text='This camera is offline':fontcolor=white:fontsize=32:x=(w-text_w)/2:y=(h-text_h)/2"
[ -r "$font" ] || words="drawbox=x=iw/2-60:y=ih/2-60:w=120:h=120:color=white:t=6"
ffmpeg -nostdin -v error -f lavfi -i "color=c=0x24303c:s=640x360:r=10:d=2" -vf "$words" \
    -c:v libx264 -preset veryfast -profile:v main -pix_fmt yuv420p -g 20 -threads 1 -f mpegts -y "$draft"
mv "$draft" "$1"
