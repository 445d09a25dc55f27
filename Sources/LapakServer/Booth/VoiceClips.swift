import Foundation
import HTTPTypes
import Hummingbird
import LapakDomain

/// `GET /suara/{name}.ogg`: the spoken sentences and numbers, made by `bin/voice` when the program is built.
struct VoiceClips: Sendable {
    private let clips: [String: [UInt8]]

    init() {
        let folder = Bundle.module.bundleURL.appending(path: "Assets/suara")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        clips = Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".ogg") }.compactMap { name in
                (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
            })
    }

    static func routes(_ routes: Routes) {
        let voice = VoiceClips()
        routes.get("/suara/{nama}") { call in
            guard let clip = call.parameters.get("nama").flatMap({ voice.clips[$0] }) else { throw Refusal.notFound }
            return Reply(type: "audio/ogg", bytes: clip, cacheControl: "public, max-age=86400")
        }
    }
}
