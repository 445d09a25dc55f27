import LapakWeb
import Testing

@testable import LapakServer

@Suite("The program's own scripts and style sheets") struct BundledAssetsTests {
    @Test("every script and sheet of the program is there under an address that its text decides") func program() throws {
        let assets = try Assets.serving(folder: nil)
        for name in ["page.css", "page.js", "console.css", "console.js", "yard-worker.js"] {
            let asset = try #require(assets[name])
            #expect(assets.address(of: name) == "/lapak-\(name.replacing(".", with: ".\(asset.version)."))")
            #expect(!asset.text.contains("import ") && !asset.text.contains("export "))
        }
        #expect(assets["kit/dom.js"] == nil && assets.address(of: "absent.js").isEmpty)
    }
}
