/// What a paper's file may be (domain.md, "Reasons and documents"): known from its content, never from its name.
package enum FileKind: String, Hashable, Codable, Sendable, CaseIterable {
    case jpeg, png, pdf

    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .pdf: "application/pdf"
        }
    }

    /// Without the point.
    package var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .pdf: "pdf"
        }
    }

}

/// What a photo may be asked again for, before an officer looks: advice, never a refusal.
package enum Hint: String, Hashable, Codable, Sendable, CaseIterable {
    case blurred, dark

    package var words: Words {
        switch self {
        case .blurred: Words("Foto buram. Foto ulang?", "The photo is blurred. Take it again?")
        case .dark: Words("Foto gelap. Foto ulang di tempat terang?", "The photo is dark. Take it again where there is light?")
        }
    }
}
