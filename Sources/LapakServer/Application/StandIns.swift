package import LapakOutside
package import ServiceLifecycle

/// What the program gives the server for development: carriers in place of those that the settings do not name, and routes and
/// services that production does not have.
package struct StandIns: Sendable {
    /// Carries letters where no mail server is set.
    package let mail: any MailCarrier
    /// Only in development.
    package let phones: Phones
    /// The same.
    package let routes: @Sendable (Routes) -> Void
    /// The same; started before everything else.
    package let services: @Sendable (App) -> [any Service]

    package init(
        mail: any MailCarrier, phones: Phones, routes: @escaping @Sendable (Routes) -> Void,
        services: @escaping @Sendable (App) -> [any Service]
    ) {
        self.mail = mail
        self.phones = phones
        self.routes = routes
        self.services = services
    }
}
