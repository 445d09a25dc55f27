import Foundation
package import LapakWeb

extension Assets {
    /// The style sheets and scripts of this service; read anew for every page where they come from a `folder`.
    package convenience init(folder: String?) throws {
        try self.init(folder: folder, bundled: Bundle.module.bundleURL.appending(path: "Assets"))
    }
}
