/// The desk of a branch: who comes today, hours and officers, exceptions, and who waits.
enum BranchDesk {
    static func routes(_ routes: Routes) {
        SignInPage.routes(routes)
        TodayPage.routes(routes)
        HoursPage.routes(routes)
        ExceptionsPage.routes(routes)
        QueuePage.routes(routes)
    }
}
