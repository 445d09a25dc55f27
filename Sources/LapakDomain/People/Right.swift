/// One thing that somebody who works here may do. Every staff route names the right that it needs, and a page asks for the same
/// right before it shows a way or a button.
///
/// A right says what, not where and not about whom: where is the role's `Scope`, and what depends on the object is refused by the
/// object's own verb (a document on another desk, a change of order that a second person must answer). Where a page can be read
/// without changing anything, to read and to change are two rights: a role can have the first alone.
package enum Right: String, Hashable, Sendable, CaseIterable {
    /// Read who comes on a day, with names and reasons: the interview's officer prepares for people, as they are told the
    /// officer's name (CNN Indonesia, 22 April 2020).
    case seeAppointments
    /// Read the waiting list and today's line: numbers and places, no names. Anybody at a desk can so answer a complaint that
    /// the order is for sale.
    case seeLists
    /// Ask for another place in today's line for somebody, and answer a colleague's request. Our own rule: a reason, and a second
    /// person (decision 11).
    case changeOrder
    /// Work in the yard: find people, check and photograph papers, give numbers, print tickets and the poster. Papers are
    /// checked outdoors before anybody comes in (Tribun Bali, August 2020; decision 12).
    case workYard
    /// Read the pre-check queue, the list of a claim's papers, and a document's page. The picture itself is shown only to who has
    /// the document on their desk, for ten minutes at a time (our own rule), and every look is in the journal (UU 27/2022).
    case seePapers
    /// Take documents from the pre-check queue, one at a time, and accept them or give them back.
    case checkPapers
    /// Look at pictures of documents and stills without having them on one's own desk or seat: for those who answer for what the
    /// desks decide. Every look is in the journal, too.
    case seeEveryPaper
    /// Read the console of One to Many, with the people of the session.
    case seeConsole
    /// Open a session of one's own, talk with people, and decide on their claims (decision 9).
    case holdSession
    /// Read the console of a colleague's session at the same branch.
    case watchSessions
    /// Change how many people sit in a colleague's session: one officer serves one to six, as the branch needs (kontan.co.id,
    /// ANTARA, June 2020).
    case adjustSessions
    /// Read the measured figures of every open session of the branch, by officer.
    case seeFigures
    /// Set hours, officers, shares and exceptions. They make the quota (Kompas, 6 May 2020), so they belong to who answers for
    /// the branch.
    case planHours
    /// Add, pair, close and open the branch's booths, and move a person to another one (decision 11).
    case manageBooths
    /// Read the secret address of the hall's display: whoever has it sees which numbers are called.
    case showHall
    /// Let somebody who is here, in the yard or at a seat, prove or change an e-mail address or a phone number: they show the code that
    /// goes there, and the one it replaces is told.
    case changeContacts
    /// Read which messages reached nobody, at every branch, and send them again (decision 6). Masked addresses of people from
    /// everywhere are not for every branch.
    case resendMessages
}
