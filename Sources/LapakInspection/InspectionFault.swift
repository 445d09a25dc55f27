/// Why a file is refused on arrival. The raw value is stored and shown in links to help: never rename one.
package enum InspectionFault: String, Error, Codable, Sendable, CaseIterable {
    /// Neither JPEG, PNG, HEIC nor PDF by its content, or an animated picture.
    case wrongType
    /// A HEIC photo where libvips came without the part that reads one.
    case heic
    /// More bytes than the limit.
    case tooLarge
    /// No bytes at all.
    case empty
    /// It cannot be read whole: cut off, damaged, or so odd that reading it failed or took too long.
    case broken
    /// A picture, or a picture within a PDF, with more pixels than the limit, however few bytes it has.
    case tooManyPixels
    /// A PDF that opens only with a password. One that restricts only printing or changing is no fault.
    case encryptedPDF
    /// A PDF that does something: scripts, actions that start or send something, media, dynamic forms.
    case activePDF
    /// A PDF with other files inside.
    case embeddedFiles
    /// A PDF with more pages than the limit.
    case tooManyPages
}
