import Foundation
package import LapakWeb

extension Assets {
    /// The style sheets and scripts of this service. Those of the program are put together once in a process, however many
    /// applications it makes; those of a `folder` are read anew for every page. Throws what a file says that cannot be linked.
    package static func serving(folder: String?) throws -> Assets {
        try folder.map { try Assets(folder: $0, bundled: place) } ?? bundled.get()
    }

    private static let place = Bundle.module.bundleURL.appending(path: "Assets")
    private static let bundled = Result { try Assets(folder: nil, bundled: place) }
}
