import LapakDomain
import Testing

@testable import LapakServer

@Suite("What a sender says of a file") struct UploadMetadataTests {
    @Test("names and values are read; what tus would not write is refused") func reading() {
        let metadata = UploadMetadata("paper a3Rw,filename Zm90by5qcGc=,is_confidential")
        #expect(metadata?["paper"] == "ktp" && metadata?["filename"] == "foto.jpg" && metadata?["is_confidential"] == "")
        for text in ["paper %%%", "a YQ==,a YQ==", "a YQ==,,b YQ==", "a b c", String(repeating: "a", count: 5000)] {
            #expect(UploadMetadata(text) == nil, "\(text.prefix(20))")
        }
        #expect(UploadMetadata("sha256 YWJj")?.sha256 == nil)
    }

    @Test("a moment is written as HTTP writes it") func moment() {
        #expect(TestApp.moment.httpDate == "Tue, 09 Jun 2026 03:00:00 GMT")
    }
}
