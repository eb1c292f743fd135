# Shared by the programs in bin/: finds Java and Maven, builds when the sources are newer, unpacks the application once per build.
# Not a program of its own: `. bin/house.sh` from the root of the house.

say() { printf '%s\n' "$*"; }
stop() { printf 'Alongside: %s\n' "$*" >&2; exit 1; }

# The heap is capped so that the whole process stays at some 400 MB; drawing a copy of a large photo takes the most of it.
export MALLOC_ARENA_MAX=2
FLAGS=(-Xms64m -Xmx200m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=80m -XX:MaxMetaspaceSize=176m -Dfile.encoding=UTF-8)

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then JAVA="$JAVA_HOME/bin/java"; else JAVA=$(command -v java) || JAVA=; fi
  [ -n "$JAVA" ] || stop "Java is missing: install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)"
  JAVA_SAYS=$("$JAVA" -version 2>&1) || stop "Java at $JAVA does not run: $(printf '%s' "$JAVA_SAYS" | head -n 1)"
  JAVA_MAJOR=$(printf '%s' "$JAVA_SAYS" | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
  [ "${JAVA_MAJOR:-0}" -ge 17 ] || stop "Java ${JAVA_MAJOR:-?} at $JAVA is too old: Alongside needs 17 or newer (set JAVA_HOME to choose another)"
}

# PostgreSQL refuses to run as root, which the embedded one solves with a user namespace; where those are forbidden, with another user.
if [ "$(id -u)" = 0 ] && ! unshare -U true 2>/dev/null; then export PATH=$PWD/bin/without-namespaces:$PATH; fi

need_maven() {
  command -v mvn >/dev/null || stop "Maven is missing, and Alongside has to be built: install it (Debian: apt-get install maven)"
  [ -x "$(dirname "$(readlink -f "$JAVA")")/javac" ] || stop "There is a Java to run but none to build (no javac beside $JAVA): install a JDK 17 or newer"
}

# The jar carries a fixed date so that builds are reproducible; the stamp tells when it was made.
build() {
  local stamp=target/built
  if [ -f target/alongside.jar ] && [ -f $stamp ] && [ -z "$(find pom.xml src/main docs/data-dictionary.md -newer $stamp -print -quit)" ]; then return; fi
  need_maven
  say "Building Alongside (the first time this fetches what it needs and takes a few minutes) ..."
  mkdir -p target && touch target/building
  mvn -B -ntp -q -Dmaven.test.skip=true package || stop "The build failed: see above"
  mv target/building $stamp
}

# One folder per build: a folder in use by a running Alongside is never written to; the last two are kept.
unpack() {
  local id
  id=$(stat -c '%z %s' target/alongside.jar | cksum | cut -d ' ' -f 1)
  RUN=$PWD/target/run/$id
  [ -f "$RUN/alongside.jar" ] && return
  rm -rf "$RUN.new"
  "$JAVA" -Djarmode=tools -jar target/alongside.jar extract --destination "$RUN.new" >/dev/null || stop "Unpacking target/alongside.jar failed: is the disk full?"
  rm -rf "$RUN" && mv "$RUN.new" "$RUN"
  ls -dt target/run/*/ | tail -n +3 | xargs -r rm -rf
}

# Java's archive of loaded classes makes a start several seconds shorter. It is made once for each build,
# Java and set of flags, to which it is bound, by a rehearsal on a throw-away database. Never fatal.
archive() {
  ARCHIVE=$RUN/$(printf '%s\n' "$RUN" "$JAVA_SAYS" "${FLAGS[*]}" | cksum | cut -d ' ' -f 1).jsa
  if [ ! -f "$ARCHIVE" ] && [ ! -f "$ARCHIVE.none" ] && [ -w "$RUN" ]; then rehearse; fi
  if [ -f "$ARCHIVE" ]; then FLAGS+=("-XX:SharedArchiveFile=$ARCHIVE" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off); fi
}

rehearse() {
  say "Preparing quick starts (once per build) ..."
  REHEARSAL=$(mktemp -d "${TMPDIR:-/tmp}/alongside-rehearsal.XXXXXX") || return
  env -u DATABASE_URL -u DATABASE_OWNER_URL -u ALONGSIDE_KEY_FILE -u ALONGSIDE_BANK_HOLIDAYS -u ALONGSIDE_NOW -u TRUSTED_PROXIES PORT=0 MANAGEMENT_PORT=0 ALONGSIDE_DATA="$REHEARSAL/data" \
    "$JAVA" "${FLAGS[@]}" -XX:ArchiveClassesAtExit="$ARCHIVE.new" -Xlog:cds=off -Xlog:cds+dynamic=off -Dspring.context.exit=onRefresh \
    -jar "$RUN/alongside.jar" >"$RUN/rehearsal.log" 2>&1 &
  application=$!
  local waited=0
  while kill -0 "$application" 2>/dev/null; do
    sleep 0.2
    waited=$((waited + 1))
    # A machine too busy to finish in five minutes starts without the archive and tries again next time.
    if [ -n "$asked" ] || [ $waited -gt 1500 ]; then kill -KILL "$application" 2>/dev/null; break; fi
  done
  wait "$application" 2>/dev/null
  local status=$?
  application=
  end_rehearsal
  if [ -n "$asked" ]; then say "Stopped."; exit 0; fi
  if [ $status = 0 ] && [ -s "$ARCHIVE.new" ]; then mv -f "$ARCHIVE.new" "$ARCHIVE"; elif [ $waited -le 1500 ]; then touch "$ARCHIVE.none"; fi
  rm -f "$ARCHIVE.new"
}

end_rehearsal() {
  local postmaster=
  [ -f "$REHEARSAL/data/postgres/postmaster.pid" ] && read -r postmaster <"$REHEARSAL/data/postgres/postmaster.pid"
  [ -n "$postmaster" ] && kill -QUIT "$postmaster" 2>/dev/null && sleep 0.5
  rm -rf "$REHEARSAL"
}
