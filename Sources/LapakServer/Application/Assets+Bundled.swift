import Foundation
package import LapakWeb

extension Assets {
    private static let names = [
        "lapak.css", "lapak.js", "lapak-berkas.js", "lapak-meja.css", "lapak-meja.js", "lapak-rtc.js", "lapak-konsol.css",
        "lapak-konsol.js",
        "lapak-wawancara.css", "lapak-wawancara.js", "lapak-bilik.css", "lapak-bilik.js",
        "lapak-nomor.css", "lapak-nomor.js", "lapak-layar.css", "lapak-layar.js",
        "lapak-halaman.css", "lapak-halaman.js", "lapak-pekerja.js",
    ]

    /// The style sheets and scripts of this service; read anew for every page where they come from a `folder`.
    package convenience init(folder: String?) throws {
        try self.init(Self.names, folder: folder, bundled: Bundle.module.bundleURL.appending(path: "Assets"))
    }
}
