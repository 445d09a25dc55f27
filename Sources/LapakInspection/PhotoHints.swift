/// What a look at a picture says of its quality: grounds for a question to the sender ("Foto buram. Foto ulang?"), never for a refusal.
package struct PhotoHints: Codable, Sendable, Equatable {
    /// The variance of the Laplacian over the grey picture shrunk to `lookEdge`: how hard its edges are. A plain area has 0.
    package let sharpness: Double
    /// The mean of the grey picture, 0 (black) to 255.
    package let brightness: Double

    package init(sharpness: Double, brightness: Double) {
        self.sharpness = sharpness
        self.brightness = brightness
    }

    /// Letters of a document are most likely not legible.
    package var isBlurred: Bool { sharpness < Self.leastSharpness }
    /// Taken with too little light.
    package var isDark: Bool { brightness < Self.leastBrightness }

    /// The longer side, in pixels, to which a picture is shrunk for the look: both numbers depend on it.
    package static let lookEdge = 1000
    static let leastSharpness = 60.0
    static let leastBrightness = 60.0
}
