import ArgumentParser
import LapakServer

/// `lapak templates`: what has to be registered with Meta before WhatsApp can be used.
struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the WhatsApp templates for registration with Meta.",
        discussion: """
            One JSON array; each element is the body of one `POST /{business account}/message_templates` of the Graph API. The names \
            must stay as they are: the service sends them.

              lapak templates > templates.json
            """)

    func run() { print(NoticeTemplate.registration) }
}
