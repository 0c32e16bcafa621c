#!/bin/sh
# Run by the image of PostgreSQL when it makes a new database.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$(cat /run/secrets/database_owner_password)" \
  --set service_password="$(cat /run/secrets/database_service_password)" \
  --set database="$POSTGRES_DB" \
  --file /usr/share/taizhang/roles.sql
