/// Where the desk's pages are, for the ways between them; the pages themselves stand in rooms above.
enum DeskPath {
    static let console = "/kantor/konsol"
    static let yard = "/kantor/halaman"
    static let line = "/kantor/antrean"
    static let door = "/kantor/pintu"
    static let screen = "/kantor/layar"
    static let sessions = "/kantor/sesi"
    static let booths = "/kantor/bilik"
    static let undelivered = "/kantor/pesan"
    static let contacts = "/kantor/kontak"
}
