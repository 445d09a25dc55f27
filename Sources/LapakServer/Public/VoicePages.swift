import Hummingbird
import LapakDomain
import LapakWeb

/// The spoken clips, for displays and booths.
enum VoicePages {
    static func routes(_ routes: Routes) {
        routes.get("/suara/{versi}/{klip}") { call in
            let file = call.parameters.get("klip") ?? ""
            // Under another version nothing: what is kept for a year must be what its address says.
            guard call.parameters.get("versi") == call.app.voice.version, file.hasSuffix(".ogg"),
                let clip = call.app.voice[String(file.dropLast(4))]
            else { throw Refusal.notFound }
            var reply = Reply(type: "audio/ogg")
            reply.bytes = clip
            reply.cacheControl = "public, max-age=31536000, immutable"
            return reply
        }
    }
}
