import CQpdf
import LapakInspection

/// What was found on the way through a PDF and is no reason to refuse it.
struct PaperTraits: Equatable {
    var wasSigned = false
}

/// The walk through every object that the written document will have, also those in compressed streams.
extension Papers {
    /// Refuses what acts or carries other files, and removes notes: the information dictionary, metadata, private data of programs,
    /// the notes within photos, addresses behind links.
    func clean(mostPixels: Int) throws(InspectionFault) -> PaperTraits {
        var traits = PaperTraits()
        let trailer = qpdf_get_trailer(document)
        qpdf_oh_remove_key(document, trailer, "/Info")
        var waiting = [trailer]
        var seen: Set<Int64> = []
        var visits = 0
        while let object = waiting.popLast() {
            defer { qpdf_oh_release(document, object) }
            visits += 1
            guard visits <= Self.mostVisits else { throw .broken }
            let number = Int64(qpdf_oh_get_object_id(document, object)) << 32 | Int64(qpdf_oh_get_generation(document, object))
            guard number == 0 || seen.insert(number).inserted else { continue }
            switch qpdf_oh_get_type_code(document, object) {
            case ot_array:
                let count = qpdf_oh_get_array_n_items(document, object)
                waiting += (0..<count).map { qpdf_oh_get_array_item(document, object, $0) }
            case ot_dictionary: waiting += try cleanDictionary(object, &traits)
            case ot_stream:
                let dictionary = qpdf_oh_get_dict(document, object)
                defer { qpdf_oh_release(document, dictionary) }
                // Pixels or text that stand in another file on the reader's machine.
                if has(dictionary, "/F") { throw .activePDF }
                waiting += try cleanDictionary(dictionary, &traits)
                try cleanPicture(object, dictionary, mostPixels)
            default: break
            }
            try stopAtError()
        }
        return traits
    }

    /// What the dictionary still holds once it is clean.
    private func cleanDictionary(_ dictionary: qpdf_oh, _ traits: inout PaperTraits) throws(InspectionFault) -> [qpdf_oh] {
        let keys = withoutNothing(dictionary)
        if !Self.embeddingKeys.isDisjoint(with: keys) || Self.embeddingKinds.contains(name(dictionary, "/Subtype"))
            || name(dictionary, "/Type") == "/EmbeddedFile"
        {
            throw .embeddedFiles
        }
        if !Self.activeKeys.isDisjoint(with: keys) || Self.activeKinds.contains(name(dictionary, "/Subtype"))
            || Self.activeActions.contains(name(dictionary, "/S"))
        {
            throw .activePDF
        }
        if keys.contains("/AA"), isPlainDictionary(dictionary, "/AA") { throw .activePDF }
        if keys.contains("/OpenAction"), !isHarmlessOpening(dictionary) { throw .activePDF }
        if name(dictionary, "/Type") == "/Sig" || name(dictionary, "/FT") == "/Sig" && keys.contains("/V") { traits.wasSigned = true }
        let isLink = name(dictionary, "/S") == "/URI"
        return keys.compactMap { key in
            if Self.notes.contains(key) || key == "/OpenAction" || isLink && key == "/URI" {
                qpdf_oh_remove_key(document, dictionary, key)
                return nil
            }
            return qpdf_oh_get_key(document, dictionary, key)
        }
    }

    /// The keys, without those that could hold files or scripts and hold none: many programs write empty lists.
    private func withoutNothing(_ dictionary: qpdf_oh) -> [String] {
        keys(dictionary).filter { key in
            guard Self.lists.contains(key) else { return true }
            let value = qpdf_oh_get_key(document, dictionary, key)
            defer { qpdf_oh_release(document, value) }
            guard isNothing(value) else { return true }
            qpdf_oh_remove_key(document, dictionary, key)
            return false
        }
    }

    /// An empty list, or a tree of names without any.
    private func isNothing(_ value: qpdf_oh, depth: Int = 0) -> Bool {
        switch qpdf_oh_get_type_code(document, value) {
        case ot_null: return true
        case ot_array:
            let count = qpdf_oh_get_array_n_items(document, value)
            guard depth < Self.deepest, count <= Self.mostBranches else { return count == 0 }
            return (0..<count).allSatisfy { index in
                let item = qpdf_oh_get_array_item(document, value, index)
                defer { qpdf_oh_release(document, item) }
                return qpdf_oh_get_type_code(document, item) == ot_dictionary && isNothing(item, depth: depth + 1)
            }
        case ot_dictionary:
            return depth < Self.deepest
                && keys(value).allSatisfy { key in
                    if key == "/Limits" { return true }
                    let branch = qpdf_oh_get_key(document, value, key)
                    defer { qpdf_oh_release(document, branch) }
                    return ["/Names", "/Kids"].contains(key) && isNothing(branch, depth: depth + 1)
                }
        default: return false
        }
    }

    /// Many programs write where the first page shall be shown; everything else that begins by itself is an action.
    private func isHarmlessOpening(_ dictionary: qpdf_oh) -> Bool {
        let opening = qpdf_oh_get_key(document, dictionary, "/OpenAction")
        defer { qpdf_oh_release(document, opening) }
        guard qpdf_oh_get_type_code(document, opening) == ot_dictionary else { return true }
        return ["/GoTo", "/Named"].contains(name(opening, "/S"))
    }

    /// A font or a picture may have the name AA; what acts has no type.
    private func isPlainDictionary(_ dictionary: qpdf_oh, _ key: String) -> Bool {
        let value = qpdf_oh_get_key(document, dictionary, key)
        defer { qpdf_oh_release(document, value) }
        return qpdf_oh_get_type_code(document, value) == ot_dictionary && !has(value, "/Type")
    }

    private static let mostVisits = 2_000_000
    /// Of trees that hold nothing.
    private static let (deepest, mostBranches) = (8, 16 as Int32)
    /// Keys whose value may be empty.
    private static let lists: Set<String> = ["/EmbeddedFiles", "/EF", "/JavaScript", "/XFA", "/AA"]
    private static let notes: Set<String> = ["/Metadata", "/PieceInfo", "/LastModified", "/Thumb"]
    private static let embeddingKeys: Set<String> = ["/EmbeddedFiles", "/EF", "/Collection"]
    private static let embeddingKinds: Set<String> = ["/FileAttachment"]
    private static let activeKeys: Set<String> = ["/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/RichMediaSettings"]
    private static let activeKinds: Set<String> = ["/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/PS"]
    private static let activeActions: Set<String> = [
        "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
        "/GoTo3DView",
    ]
}
