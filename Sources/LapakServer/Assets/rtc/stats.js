// What a connection does: { rtt, way: 'host' | 'srflx' | 'prflx' | 'relay', available, in: { audio, video }, out: { audio, video } }.
export async function stats(connection) {
    const found = { in: {}, out: {} }, reports = await connection.getStats();
    for (const report of reports.values()) {
        if (report.type == 'inbound-rtp') found.in[report.kind] = received(report);
        if (report.type == 'outbound-rtp') found.out[report.kind] = sent(report);
        // Firefox has no transport report; there the pair says itself that it was chosen.
        const pair = report.type == 'transport' ? reports.get(report.selectedCandidatePairId)
            : report.type == 'candidate-pair' && report.selected ? report : null;
        if (!pair) continue;
        found.rtt = pair.currentRoundTripTime;
        found.available = pair.availableOutgoingBitrate;
        found.way = reports.get(pair.localCandidateId)?.candidateType;
    }
    return found;
}

const received = report => ({
    bytes: report.bytesReceived,
    lost: report.packetsLost,
    jitter: report.jitter,
    frames: report.framesDecoded,
    fps: report.framesPerSecond,
    width: report.frameWidth,
    height: report.frameHeight,
    freezes: report.freezeCount,
    frozen: report.totalFreezesDuration,
    concealed: report.concealedSamples / report.totalSamplesReceived || 0,
});

const sent = report => ({
    bytes: report.bytesSent,
    frames: report.framesEncoded,
    fps: report.framesPerSecond,
    width: report.frameWidth,
    height: report.frameHeight,
    limit: report.qualityLimitationReason,
});
