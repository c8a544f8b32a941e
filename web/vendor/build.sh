#!/bin/sh
# Rebuilds the third-party files in this folder from npm packages of exact
# versions. Run it only to change a version or to check what is stored: the
# result is committed, so that neither building nor running needs Node.
set -eu
cd "$(dirname "$0")"

MONACO=monaco-editor@0.18.1
ICONS=material-design-icons-iconfont@6.7.0

# What Cayley's editor loads, found by watching its requests in a browser.
MONACO_FILES='
loader.js
base/worker/workerMain.js
editor/editor.main.css
editor/editor.main.js
editor/editor.main.nls.js
basic-languages/graphql/graphql.js
basic-languages/javascript/javascript.js
basic-languages/typescript/typescript.js
language/json/jsonMode.js
language/json/jsonWorker.js
language/typescript/tsMode.js
language/typescript/tsWorker.js
'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # package@version, folder
	mkdir "$work/$2"
	(cd "$work" && npm pack --silent "$1" >"$2.name")
	tar -xzf "$work/$(cat "$work/$2.name")" -C "$work/$2" --strip-components=1
}

fetch "$MONACO" monaco
fetch "$ICONS" icons

rm -rf monaco icons
for f in $MONACO_FILES; do
	mkdir -p "monaco/vs/$(dirname "$f")"
	gzip -9 -n -c "$work/monaco/min/vs/$f" >"monaco/vs/$f.gz"
done
cp "$work/monaco/LICENSE" monaco/LICENSE
cp "$work/monaco/ThirdPartyNotices.txt" monaco/ThirdPartyNotices.txt

mkdir icons
cp "$work/icons/dist/fonts/MaterialIcons-Regular.woff2" icons/MaterialIcons-Regular.woff2
cp "$work/icons/LICENSE" icons/LICENSE
