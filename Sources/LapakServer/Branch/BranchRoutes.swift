/// The desk of a branch: who comes today, hours and officers, exceptions, who waits, papers that wait for a check, and what did
/// not arrive; the contacts of whoever is here.
enum BranchRoutes {
    static func routes(_ routes: Routes) {
        SignInPage.routes(routes)
        TodayPage.routes(routes)
        HoursPage.routes(routes)
        ExceptionsPage.routes(routes)
        QueuePage.routes(routes)
        UndeliveredPage.routes(routes)
        PrecheckPages.routes(routes)
        DeskContactPages.routes(routes)
    }
}
