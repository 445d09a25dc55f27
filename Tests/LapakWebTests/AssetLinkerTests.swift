import Foundation
import Testing

@testable import LapakWeb

@Suite("Scripts and style sheets") struct AssetLinkerTests {
    @Test("what a script imports comes before it, once") func imports() throws {
        let folder = try AssetFolder([
            "a.js": "// A page.\nimport { b } from \"./room/b.js\";\nimport { c, d } from \"./room/c.js\";\n\nb(c, d);\n",
            "room/b.js": "import { c } from \"./c.js\";\n\nexport function b(...all) {\n    return [c, all];\n}\n",
            "room/c.js": "const secret = 1;\nexport const c = secret;\nexport const d = 2;\n",
        ])
        #expect(
            try AssetLinker.text(of: "a.js", in: folder.url) == """
                const secret = 1;
                const c = secret;
                const d = 2;
                function b(...all) {
                return [c, all];
                }
                b(c, d);
                """)
    }

    @Test(
        "what cannot be linked is refused by the file's name",
        arguments: [
            ["a.js": "import { b as c } from \"./b.js\";\n", "b.js": "export const b = 1;\n"],
            ["a.js": "import { c } from \"./b.js\";\n", "b.js": "export const b = 1;\n"],
            ["a.js": "import { b } from \"./b.js\";\nconst c = 1;\n", "b.js": "export const b = 1;\nfunction c() {}\n"],
            ["a.js": "export default 1;\n"],
            ["a.js": "export { b };\n"],
            ["a.js": "import { b } from \"./b.js\";\n", "b.js": "import { a } from \"./a.js\";\nexport const b = 1;\n"],
            ["a.js": "import { b } from \"../b.js\";\n"],
            ["a.js": "import { b } from \"https://example.id/b.js\";\n"],
        ])
    func refused(files: [String: String]) throws {
        let folder = try AssetFolder(files)
        let fault = #expect(throws: AssetLinker.Fault.self) { try AssetLinker.text(of: "a.js", in: folder.url) }
        #expect(fault.map { files.keys.contains($0.file) } == true)
    }

    @Test("an imported file that does not exist is refused") func missing() throws {
        let folder = try AssetFolder(["a.js": "import \"./b.js\";\n", "a.css": "@import \"./b.css\";\n"])
        for name in ["a.js", "a.css"] { #expect(throws: (any Error).self) { try AssetLinker.text(of: name, in: folder.url) } }
    }

    @Test("a style sheet loses what only its reader needs, and nothing in quotes") func sheet() throws {
        let folder = try AssetFolder([
            "a.css":
                "/* A sheet,\n   of two. */\n@import \"./b.css\";\n\n.a > .b,\na + b[title=\"x > y, z: 1\"] {\n    margin: 0 1px;\n}\n",
            "b.css": """
            @media (min-width: 40rem) {
                .c {
                    grid-template:
                        "a b" auto
                        / minmax(0, 1fr) 2rem;
                    width: calc(1px + 2px);
                }
            }
            """,
        ])
        #expect(
            try AssetLinker.text(of: "a.css", in: folder.url)
                == "@media (min-width:40rem){.c{grid-template:\"a b\" auto / minmax(0,1fr) 2rem;width:calc(1px + 2px)}}"
                + ".a>.b,a+b[title=\"x > y, z: 1\"]{margin:0 1px}")
    }

    @Test("a folder that someone works on is read anew, and what is broken in it leaves the last one standing") func change() throws {
        let folder = try AssetFolder(["a.js": "import \"./b.js\";\n", "b.js": "one();\n"])
        let assets = try Assets(folder: folder.url.path, bundled: folder.url)
        let first = assets.address(of: "a.js")
        try folder.write("two();\n", to: "b.js")
        #expect(assets["a.js"]?.text.contains("two();") == true && assets.address(of: "a.js") != first)
        try folder.write("export default 1;\n", to: "b.js")
        #expect(assets.address(of: "a.js") == first)
    }
}

/// A folder of scripts and style sheets for one test, by path and text.
private final class AssetFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "lapak-assets-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
        for (path, text) in files { try write(text, to: path) }
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
