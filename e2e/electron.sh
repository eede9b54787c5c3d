#!/usr/bin/env bash
# Starts Electron with a copy of all it prints in $SAKSBORD_TEST_LOG: Playwright swallows what comes before it is connected.
exec "$SAKSBORD_ELECTRON" "$@" > >(tee -a "$SAKSBORD_TEST_LOG") 2> >(tee -a "$SAKSBORD_TEST_LOG" >&2)
