import Testing

@testable import LapakDevelopment

/// The examples of the pages: each in both languages as it was seen last, and good for everybody.
@Suite("Stories") struct StoryTests {
    @Test(arguments: Story.all) func `a story shows what it showed before`(story: Story) async throws {
        try await story.play { sight, browser in
            try await browser.see(sight.name, status: sight.status, hiding: sight.hiding)
        }
    }
}

extension Story: CustomTestStringConvertible {
    var testDescription: String { name }
}
