import LapakDomain
import LapakWeb
import NIOCore
import Testing

@testable import LapakServer

@Suite("Signals between browsers") struct SignalTests {
    private func read(_ text: String) throws -> Signal { try Signal(ByteBuffer(string: text)) }

    private static func body(_ message: String, to: String = #""7""#, inst: String = #""x1""#, more: String = "") -> String {
        #"{"to":\#(to),"inst":\#(inst),"batch":[\#(message)]\#(more)}"#
    }
    private static let offer = #"{"cid":"c","description":{"type":"offer","sdp":"v=0\r\n"}}"#

    @Test("what pages send is read, and nothing else of it is passed on") func strict() throws {
        let signal = try read(
            #"{"to":"7","inst":"x1","toInst":"y2","rahasia":1,"batch":[{"cid":"c","lain":2,"description":"#
                + #"{"type":"answer","sdp":"v=0\r\n","x":3}},"#
                + #"{"cid":"c","candidate":{"candidate":"candidate:1 1 udp 1 10.0.0.1 9 typ host","sdpMid":"0","sdpMLineIndex":0,"#
                + #""usernameFragment":"ab","y":4}},"#
                + #"{"cid":"c","candidate":{"candidate":"","sdpMid":null}},{"cid":"c","candidate":null}]}"#)
        #expect(signal.to == 7 && signal.toInst == "y2")
        #expect(
            signal.event(from: .session(3)).data
                == #"{"from":"3","inst":"x1","toInst":"y2","batch":[{"cid":"c","description":{"type":"answer","sdp":"v=0\u000d\u000a"}},"#
                + #"{"cid":"c","candidate":{"candidate":"candidate:1 1 udp 1 10.0.0.1 9 typ host","sdpMid":"0","sdpMLineIndex":0,"#
                + #""usernameFragment":"ab"}},"#
                + #"{"cid":"c","candidate":{"candidate":"","sdpMid":null,"sdpMLineIndex":null}},{"cid":"c","candidate":null}]}"#)
    }

    @Test("forty messages are read, forty-one are not") func many() throws {
        let message = #"{"cid":"c","candidate":null}"#
        let most = Array(repeating: message, count: 40).joined(separator: ",")
        #expect(try read(Self.body(most)).batch.count == 40)
        #expect(throws: Refusal.self) { try read(Self.body(most + "," + message)) }
    }

    @Test("a description may have 32 KiB and a candidate 2 KiB, and not one byte more") func sizes() throws {
        func description(_ count: Int) -> String {
            Self.body(#"{"cid":"c","description":{"type":"offer","sdp":"v=0\#(String(repeating: "a", count: count - 3))"}}"#)
        }
        func candidate(_ count: Int) -> String {
            Self.body(#"{"cid":"c","candidate":{"candidate":"\#(String(repeating: "a", count: count))"}}"#)
        }
        _ = try read(description(32 * 1024))
        _ = try read(candidate(2048))
        #expect(throws: Refusal.self) { try read(description(32 * 1024 + 1)) }
        #expect(throws: Refusal.self) { try read(candidate(2049)) }
        #expect(throws: Refusal.self) { try read(Self.body(Self.offer, more: ",\"x\":\"\(String(repeating: "a", count: 65_536))\"")) }
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "null", "[]", "{}", "{\"to\":", body(offer, to: "7"), body(offer, to: #""""#), body(offer, to: #""-7""#),
            body(offer, to: #""0""#),
            body(offer, to: #""99999999999999999999""#), body(offer, to: #""7; DROP""#), body(offer, inst: #""""#),
            body(offer, inst: #""a b""#),
            body(offer, inst: "1"), body(offer, inst: "\"\(String(repeating: "a", count: 41))\""), body(offer, more: #","toInst":"<b>""#),
            body(offer, more: #","toInst":3"#), body(offer, more: #","to":"8""#), body(""), body("1"), body("null"), body("{}"), body("[]"),
            body(#"{"cid":"c"}"#), body(#"{"candidate":null}"#), body(#"{"cid":"é","candidate":null}"#),
            body(#"{"cid":"c","candidate":null,"description":null}"#), body(#"{"cid":"c","candidate":1}"#),
            body(#"{"cid":"c","candidate":{}}"#),
            body(#"{"cid":"c","candidate":{"candidate":"a\nb"}}"#), body(#"{"cid":"c","candidate":{"candidate":"a","sdpMid":1}}"#),
            body(#"{"cid":"c","candidate":{"candidate":"a","sdpMLineIndex":-1}}"#),
            body(#"{"cid":"c","candidate":{"candidate":"a","sdpMLineIndex":256}}"#),
            body(#"{"cid":"c","candidate":{"candidate":"a","sdpMLineIndex":0.5}}"#), body(#"{"cid":"c","description":null}"#),
            body(#"{"cid":"c","description":{"type":"rollback","sdp":""}}"#),
            body(#"{"cid":"c","description":{"type":"pranswer","sdp":"v=0"}}"#),
            body(#"{"cid":"c","description":{"type":"offer"}}"#), body(#"{"cid":"c","description":{"sdp":"v=0"}}"#),
            body(#"{"cid":"c","description":{"type":"offer","sdp":"<html>"}}"#),
            body(#"{"cid":"c","description":{"type":"offer","sdp":"v=0\u0000"}}"#), body(offer) + "x",
        ])
    func malformed(text: String) { #expect(throws: Refusal.self) { try read(text) } }
}
