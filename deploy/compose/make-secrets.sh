#!/bin/sh
# Makes the secrets that compose.yaml names, once: passwords, addresses with passwords, certificates. What is there
# already stays, so that a second run adds what a newer version wants and changes nothing.
#
#   sh deploy/compose/make-secrets.sh ledger.example.gov.cn [folder]
set -eu
name="${1:?the name by which clients reach the ledger, such as ledger.example.gov.cn}"
folder="${2:-$(dirname "$0")/secrets}"
umask 022
mkdir -p "$folder"
# Containers run as users of their own and must be able to read their files; on this machine the folder keeps others out.
chmod 0700 "$folder"
cd "$folder"

password() { [ -s "$1" ] || { openssl rand -hex 24 > "$1.new" && mv "$1.new" "$1"; }; }
for secret in postgres_password database_owner_password database_service_password metrics_token grafana_password eventstore_password
do password "$secret"; done

address() { [ -s "$1" ] || printf '%s\n' "$2" > "$1"; }
address database_url "postgres://taizhang_service:$(cat database_service_password)@postgres:5432/taizhang"
address database_owner_url "postgres://taizhang_owner:$(cat database_owner_password)@postgres:5432/taizhang"
address eventstore_url "esdb://admin:$(cat eventstore_password)@eventstore1:2113,eventstore2:2113,eventstore3:2113?tls=true&tlsCaFile=/run/secrets/eventstore_ca"

# Ten years for the root, two for what it signs: see "Keys" in the README for how certificates are replaced.
root() {
  [ -s "$1.key" ] || openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 3650 -subj "$2" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout "$1.key" -out "$1.crt" 2>/dev/null
}
signed() { # root, key, certificate, common name, alternative names
  [ -s "$3" ] && return
  extensions=$(mktemp)
  printf 'subjectAltName=%s\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\n' "$5" > "$extensions"
  openssl req -new -newkey rsa:3072 -nodes -sha256 -subj "/CN=$4" -keyout "$2" 2>/dev/null |
    openssl x509 -req -sha256 -days 730 -CA "$1.crt" -CAkey "$1.key" -CAcreateserial -extfile "$extensions" -out "$3" 2>/dev/null
  rm -f "$extensions"
}
root eventstore_ca "/CN=taizhang event store root"
for node in eventstore1 eventstore2 eventstore3
do signed eventstore_ca "$node.key" "$node.crt" eventstoredb-node "DNS:$node,DNS:localhost,IP:127.0.0.1"; done
# For a first day. Replace both files with the certificate that your authority issued.
root tls_root "/CN=taizhang proxy root"
signed tls_root tls_key.pem tls_cert.pem "$name" "DNS:$name"
chmod 0644 -- *
chmod 0600 eventstore_ca.key tls_root.key
