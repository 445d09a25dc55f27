import LapakInspection

/// A grey picture, row after row, looked at for its quality.
struct GreyLook {
    private let pixels: [UInt8]
    private let width: Int
    private let height: Int

    /// Nil when there is not one byte for each pixel.
    init?(_ pixels: [UInt8], width: Int, height: Int) {
        guard width > 0, height > 0, pixels.count == width * height else { return nil }
        self.pixels = pixels
        self.width = width
        self.height = height
    }

    var hints: PhotoHints { PhotoHints(sharpness: sharpness, brightness: brightness) }

    private var brightness: Double { Double(pixels.reduce(0) { $0 + Int($1) }) / Double(pixels.count) }

    /// The variance of the Laplacian: four times a pixel less its four neighbours. Whole numbers, so that it is the same everywhere.
    private var sharpness: Double {
        guard width > 2, height > 2 else { return 0 }
        var sum = 0
        var squares = 0
        pixels.withUnsafeBufferPointer { pixels in
            for row in 1..<(height - 1) {
                for place in (row * width + 1)..<(row * width + width - 1) {
                    let value =
                        4 * Int(pixels[place]) - Int(pixels[place - 1]) - Int(pixels[place + 1]) - Int(pixels[place - width])
                        - Int(pixels[place + width])
                    sum += value
                    squares += value * value
                }
            }
        }
        let count = Double((width - 2) * (height - 2))
        let mean = Double(sum) / count
        return Double(squares) / count - mean * mean
    }
}
