package import LapakDomain

// Every change of a message is made here, on its own row: whoever is told the same twice changes nothing the second time.
extension Work {
    /// Makes one message for each channel that the person has and the application can use.
    package func post(_ notice: Notice, reach: Reach) {
        var recipients = notice.mail.map { [Recipient.mail($0)] } ?? []
        if let phone = notice.phone {
            switch reach.first(for: notice.kind) {
            case .whatsapp: recipients.append(.whatsapp(phone))
            case .sms: recipients.append(.sms(phone))
            case .mail, nil: break
            }
        }
        let due = max(now, notice.from ?? now)
        var standing = Message.Standing()
        standing.due = due
        for recipient in recipients {
            insert(
                Message(
                    id: newID(), source: notice.source, kind: notice.kind, recipient: recipient, language: notice.language,
                    claim: notice.claim, details: notice.details,
                    overdue: recipient.channel == .whatsapp ? due + notice.kind.patience : nil, at: now, standing: standing))
        }
    }

    /// Takes a message in hand for one carrier; nil when there is nothing to send.
    package func take(_ id: ID<Message>, reach: Reach) throws -> Message? {
        guard var message = try find(Message.self, id), message.isDue(at: now) else { return nil }
        defer { update(message) }
        if message.phase == .taken {
            message.loseSight()
            if message.isSpent {
                giveUp(&message, message.trouble ?? "nobody knows whether it has left", reach: reach)
                return nil
            }
        }
        if reach.isStale(message, at: now) {
            message.lapse("the code is too old", at: now)
            return nil
        }
        message.take(at: now)
        return message
    }

    /// The carrier of that very attempt is still at it.
    package func hold(_ id: ID<Message>, attempt: Int) throws {
        guard var message = try find(Message.self, id), message.phase == .taken, message.attempts == attempt else { return }
        message.hold(at: now)
        update(message)
    }

    /// Records how the attempt ended, unless news of that very attempt was faster.
    package func settle(_ id: ID<Message>, attempt: Int, _ end: Handover, reach: Reach) throws {
        guard var message = try find(Message.self, id), message.phase == .taken, message.attempts == attempt else { return }
        switch end {
        case .taken(let reference, let arrived):
            message.handOver(as: reference, at: now)
            if arrived { message.arrive(as: .delivered, at: now) }
        case .postponed(let why):
            if message.isSpent || message.successor != nil {
                giveUp(&message, why, reach: reach)
            } else {
                message.postpone(why, at: now)
            }
        case .refused(let why): giveUp(&message, why, reach: reach)
        case .unknown(let why): message.doubt(why)
        case .moot(let why): message.lapse(why, at: now)
        }
        update(message)
    }

    /// Hears what became of an attempt, as often and in whatever order it is told: arrival counts always and never goes
    /// back, anything else only for the latest attempt while its end is open.
    package func hear(_ news: News, of id: ID<Message>, attempt: Int, reach: Reach) throws {
        guard var message = try find(Message.self, id), (1...max(1, message.attempts)).contains(attempt), message.attempts > 0 else {
            return
        }
        let isOpen = (message.phase == .taken || message.phase == .sent) && message.attempts == attempt
        switch news {
        case .delivered where message.phase != .read: message.arrive(as: .delivered, at: now)
        case .read: message.arrive(as: .read, at: now)
        case .sent where message.phase == .taken && isOpen: message.handOver(as: nil, at: now)
        case .failed(let why, let forGood) where isOpen:
            if forGood || message.isSpent || message.successor != nil {
                giveUp(&message, why, reach: reach)
            } else {
                message.postpone(why, at: now)
            }
        case .sent, .delivered, .failed: return
        }
        update(message)
    }

    /// The time that WhatsApp had to deliver is over: an SMS goes in its place. What is still here stays here.
    package func overtake(_ id: ID<Message>, reach: Reach) throws {
        guard var message = try find(Message.self, id), let overdue = message.overdue, overdue <= now else { return }
        let why = "not delivered in time"
        if message.phase == .waiting, reach.hasSMS(after: message, at: now) {
            giveUp(&message, why, reach: reach)
        } else {
            message.outwait(by: follow(message, reach: reach), why)
        }
        update(message)
    }

    private func giveUp(_ message: inout Message, _ why: String, reach: Reach) {
        message.giveUp(why, followedBy: follow(message, reach: reach), at: now)
    }

    /// The SMS that goes in a message's place, at most one ever; nil where none goes.
    private func follow(_ message: Message, reach: Reach) -> ID<Message>? {
        guard message.successor == nil, reach.hasSMS(after: message, at: now), case .whatsapp(let phone) = message.recipient else {
            return nil
        }
        let id: ID<Message> = newID()
        insert(
            Message(
                id: id, source: message.source, kind: message.kind, recipient: .sms(phone), language: message.language,
                claim: message.claim, details: message.details, made: message.made, at: now))
        return id
    }
}
