extension Refusal {
    /// What happened, what it means and what to do next, in plain words.
    package var words: Words {
        switch self {
        case .slotFull:
            Words(
                "Tempat ini baru saja diambil orang lain. Pilih waktu lain di bawah, atau masuk daftar tunggu.",
                "This place has just been taken. Choose another time below, or join the waiting list.")
        case .slotPassed:
            Words(
                "Waktu ini tidak dapat dipilih lagi, karena dokumen harus lengkap sehari sebelumnya. Pilih hari berikutnya.",
                "This time can no longer be chosen, because papers must be complete the day before. Choose a later day.")
        case .lineFirst:
            Words(
                "Tempat ini untuk orang yang sudah menunggu di daftar tunggu. Pilih waktu lain, atau masuk daftar tunggu.",
                "This place is for somebody who already waits in line. Choose another time, or join the waiting list.")
        case .slotUnknown:
            Words("Waktu ini tidak ada. Pilih salah satu waktu di bawah.", "There is no such time. Choose one of the times below.")
        case .holdGone:
            Words(
                "Waktu tunggu tempat Anda sudah habis, jadi tempat itu dilepas. Isian Anda masih tersimpan. Pilih waktu lagi.",
                "The minutes for holding your place ran out, so it was given back. Your answers are kept. Choose a time again.")
        case .holdElsewhere:
            Words(
                "Untuk NIK, e-mail atau nomor HP yang sama sedang ditahan tempat lain. Kirim pengajuan itu dahulu, atau tunggu sampai "
                    + "tempatnya dilepas. Isian Anda tersimpan.",
                "Another place is being held for the same NIK, e-mail address or phone. File that claim first, or wait until its place is "
                    + "given back. Your answers are kept.")
        case .alreadyConfirmed:
            Words("Tempat ini sudah menjadi jadwal Anda.", "This place is already your appointment.")
        case .proofFirst:
            Words(
                "Tempat terakhir di waktu ini hanya untuk orang yang kontak dan datanya sudah terbukti. Lanjutkan mengisi, "
                    + "lalu kami ambilkan tempatnya.",
                "The last places at this time are for people who have proven their contact and who they are. "
                    + "Go on, and we take the place for you then."
            )
        case .notYet:
            Words(
                "Belum dapat dilakukan sekarang. Tunggu sebentar, lalu coba lagi.",
                "This is not possible yet. Wait a little, then try again.")
        case .offerGone:
            Words(
                "Waktu untuk menjawab tawaran ini sudah lewat, dan tempatnya untuk urutan berikutnya. Nomor urut "
                    + "Anda tetap; kami akan mengirim tawaran lain.",
                "The time to answer this offer has passed and the place went to the next person. Your number in line "
                    + "stays; we will send another offer."
            )
        case .offerDeclined:
            Words(
                "Anda memilih tidak mengambil tempat ini, jadi tempatnya untuk urutan berikutnya. Nomor urut Anda tetap; "
                    + "kami akan mengirim tawaran lain.",
                "You chose not to take this place, so it went to the next person. Your number in line stays; we will send another offer.")
        case .notWaiting:
            Words("Pengajuan ini tidak sedang dalam daftar tunggu.", "This claim is not in the waiting list.")
        case .tooManyWishes(let most):
            Words("Pilih paling banyak \(most) kantor.", "Choose at most \(most) branches.")
        case .alreadyDrawn:
            Words("Undian hari itu sudah dilakukan.", "That day's draw has been held.")
        case .stepMissing:
            Words("Ada langkah yang belum diisi. Lanjutkan dari halaman ini.", "A step is still missing. Go on from this page.")
        case .registrationGone:
            Words(
                "Isian Anda sudah kedaluwarsa karena lama tidak dilanjutkan. Mulai lagi dengan memilih jadwal.",
                "Your form has expired because it was left for a long time. Start again by choosing a time.")
        case .alreadyFiled:
            Words(
                "Pengajuan ini sudah kami terima. Anda tidak perlu mengirim lagi.",
                "We have received this claim. There is no need to send it again.")
        case .codeWrong(let left):
            left > 0
                ? Words(
                    "Kode tidak cocok. Periksa pesan terakhir dari kami. Anda masih dapat mencoba \(left) kali.",
                    "The code does not match. Check our latest message. You can try \(left) more times.")
                : Words("Kode tidak cocok. Minta kode baru.", "The code does not match. Ask for a new code.")
        case .codeExpired(let span?):
            Words(
                "Kode sudah lewat \(span.minutes) menit. Minta kode baru.",
                "The code is older than \(span.minutes) minutes. Ask for a new code.")
        case .codeExpired(nil): Words("Kode sudah lewat waktunya. Minta kode baru.", "The code is too old. Ask for a new code.")
        case .codeSpent:
            Words("Kode ini sudah terlalu sering salah. Minta kode baru.", "This code was mistyped too often. Ask for a new code.")
        case .tooManyCodes:
            Words(
                "Kami sudah mengirim kode sebanyak yang boleh untuk isian ini. Pakai kode yang terakhir; periksa juga folder spam. Bila "
                    + "tidak ada, datang ke kantor cabang atau telepon 175.",
                "We have sent as many codes as this form may get. Use the latest one; check the spam folder too. If there is none, come to "
                    + "a branch or call 175.")
        case .identity: Refusal.identityWords
        case .ineligible(let why): why.words
        case .tooEarly(let first):
            Words(
                "Klaim baru dapat diajukan mulai \(first.text(.id)). Pilih jadwal pada hari itu atau sesudahnya.",
                "The claim is possible from \(first.text(.en)). Choose a time on or after that day.")
        case .liveClaim:
            Words(
                "Anda sudah punya pengajuan yang berjalan. Lanjutkan dengan nomor pengajuan itu.",
                "You already have a running claim. Go on with its number.")
        case .wrongPhase: Words("Pengajuan ini sudah tidak dapat diubah seperti itu.", "This claim can no longer be changed in that way.")
        case .noChangesLeft(let most):
            Words(
                "Jadwal sudah diubah \(most) kali, dan itu yang terbanyak. Anda masih dapat membatalkan atau datang "
                    + "pada jadwal sekarang.",
                "The appointment was changed \(most) times, which is the most. You can still cancel, or keep the present time.")
        case .notYours:
            Words(
                "Halaman ini bukan untuk Anda. Masuk dengan nomor pengajuan Anda.",
                "This page is not yours. Sign in with your claim's number.")
        case .contactRests(let span):
            Words(
                "Anda masuk lewat kontak yang baru diganti. Demi keamanan, membatalkan pengajuan, melihat foto dokumen dan mengganti "
                    + "kontak baru dapat dilakukan \(span.text(.id)) sesudahnya, atau bila Anda masuk lewat kontak Anda yang lain.",
                "You signed in by a contact that was changed a short time ago. For your safety cancelling, looking at photos of papers "
                    + "and changing contacts work \(span.text(.en)) after the change, or when you sign in by your other contact.")
        case .otherClaim:
            Words(
                """
                Halaman tadi untuk pengajuan lain daripada yang sekarang terbuka di ponsel ini. Tidak ada yang diubah atau dikirim. \
                Untuk pengajuan tadi, masuk lagi dengan nomornya.
                """,
                """
                That page was for another claim than the one that is open on this phone now. Nothing was changed or sent. \
                For the former claim, sign in again with its number.
                """)
        case .papersLate:
            Words(
                "Batas waktu dokumen sudah lewat, jadi dokumen tidak dapat dikirim atau diubah lagi. Lihat halaman "
                    + "status untuk langkah berikutnya.",
                "The deadline for papers has passed, so they can no longer be sent or changed. The status page says what comes next.")
        case .papersChecking:
            Words(
                "Dokumen masih kami periksa. Tempat Anda aman; lihat halaman status sebentar lagi.",
                "We are still checking papers. Your place is safe; look at the status page in a little while.")
        case .papersMissing(let count):
            Words(
                "Masih ada \(count) dokumen wajib yang belum lengkap. Kirim dokumen itu dari daftar berkas.",
                count == 1
                    ? "One required paper is still missing. Send it from the list of papers."
                    : "Still missing: \(count) required papers. Send them from the list of papers.")
        case .papersThere:
            Words("Dokumen wajib sudah lengkap. Tempat ini tetap.", "The required papers are complete. The place stays.")
        case .paperNotAsked:
            Words(
                "Dokumen ini tidak diminta untuk klaim Anda. Pilih dokumen dari daftar berkas.",
                "This paper is not asked for in your claim. Choose one from the list of papers.")
        case .paperAccepted:
            Words(
                "Dokumen ini sudah diterima petugas. Anda tidak perlu mengirim lagi.",
                "An officer has accepted this paper. There is no need to send it again.")
        case .file(let fault): fault.words
        case .tooManyVersions(let most):
            Words(
                "Dokumen ini sudah dikirim \(most) kali, dan itu yang terbanyak. Telepon 175, kami bantu.",
                "This paper was sent \(most) times, which is the most. Call 175, and we will help.")
        case .tooManyUploads(let most):
            Words(
                "Sudah ada \(most) berkas yang sedang dikirim. Selesaikan atau batalkan salah satunya, lalu coba lagi.",
                "You are already sending \(most) files. Finish or cancel one of them, then try again.")
        case .uploadGone:
            Words(
                "Pengiriman berkas ini sudah berakhir. Pilih berkasnya lagi untuk mengirim dari awal.",
                "The sending of this file has ended. Choose the file again to send it from the start.")
        case .uploadOffset(let bytes):
            Words(
                "Pengiriman terputus di bita ke-\(bytes.grouped(.id)). Lanjutkan dari sana.",
                "Sending stopped at byte \(bytes.grouped(.en)). Go on from there.")
        case .linkGone:
            Words(
                "Tautan ini tidak berlaku lagi. Masuk dengan nomor pengajuan Anda untuk melihat status atau meminta tautan baru.",
                "This link is no longer valid. Sign in with your claim's number to see the status or to ask for a new link.")
        case .linkUsed:
            Words(
                "Tautan ini sudah dipakai. Lanjutkan di perangkat yang sama, atau minta tautan baru.",
                "This link was used before. Go on with the same device, or ask for a new link.")
        case .documentPhase(let phase): phase.refusalWords
        case .documentTaken:
            Words(
                "Petugas lain sedang memeriksa dokumen ini. Ambil dokumen berikutnya.",
                "Another officer is checking this document. Take the next one.")
        case .leaseGone:
            Words(
                "Dokumen ini tidak lagi di meja Anda, karena lama tidak dilanjutkan atau belum diambil. Ambil dokumen dari antrean.",
                "This document is not on your desk: it was left for a long time or never taken. Take a document from the queue.")
        case .interviewPhase(let phase): phase.refusal
        case .interviewRunning:
            Words(
                "Wawancara Anda sedang berlangsung. Selesaikan atau akhiri dahulu.",
                "Your interview is going on. Finish or end it first.")
        case .noSeat:
            Words(
                "Kursi ini tidak ada atau sesinya sudah ditutup. Muat ulang konsol.",
                "There is no such seat, or the session is closed. Reload the console.")
        case .rowOpen(let title):
            Words("Masih ada butir yang harus diperiksa: \(title.id).", "A row still has to be checked: \(title.en).")
        case .rowDiffers(let title):
            Words(
                "Ada butir yang tidak cocok: \(title.id). Kembalikan dengan alasan, atau putuskan.",
                "A row does not fit: \(title.en). Give it back with a reason, or decide.")
        case .undoGone:
            Words("Langkah ini tidak dapat diurungkan lagi.", "This step can no longer be taken back.")
        case .walkInPhase(let phase): phase.refusal
        case .secondPerson:
            Words(
                "Perubahan urutan harus disetujui orang kedua. Minta rekan Anda membukanya dengan akunnya sendiri.",
                "A change of order needs a second person. Ask a colleague to open it with their own account.")
        case .consentFirst:
            Words(
                "Beri tanda setuju dahulu; tanpa itu kamera dan mikrofon tidak dipakai.",
                "Agree first; camera and microphone are not used without it.")
        case .quotaSpent:
            Words(
                "Nomor untuk hari ini di kantor ini sudah habis. Pilih jadwal lain atau masuk daftar tunggu: tempat "
                    + "Anda dicari otomatis.",
                "Today's numbers of this branch are used up. Choose another time or join the waiting list: a place is found for you.")
        case .changedMeanwhile:
            Words(
                "Belum tersimpan: orang lain baru saja mengubahnya. Periksa keadaan sekarang, lalu simpan lagi bila masih perlu.",
                "Not saved: somebody else has just changed it. Look at what stands now, then save again if it is still needed.")
        case .keyReused:
            Words(
                "Kunci permintaan ini sudah dipakai untuk isian lain. Muat ulang halaman, lalu kirim lagi.",
                "This request's key was used with other content. Reload the page, then send again.")
        case .invalid(_, let words): words
        case .tooMany:
            Words(
                "Terlalu banyak permintaan sekaligus. Tunggu sebentar, lalu coba lagi.",
                "Too many requests at once. Wait a little, then try again.")
        case .spent(let until):
            Words(
                "Sudah terlalu sering dicoba. Coba lagi sesudah \(Self.minute(until).text(in: .wib, .id)).",
                "This was tried too often. Try again after \(Self.minute(until).text(in: .wib, .en)).")
        case .crowded(let until):
            Words(
                "Terlalu banyak permintaan datang dari jaringan yang Anda pakai; banyak orang dapat berbagi satu jaringan. Coba lagi "
                    + "sesudah \(Self.minute(until).text(in: .wib, .id)), atau pakai jaringan lain.",
                "Too many requests come from the network that you use; many people can share one. Try again after "
                    + "\(Self.minute(until).text(in: .wib, .en)), or use another network.")
        case .signInFailed: Words("Nama pengguna atau kata sandi tidak cocok.", "The user name or password does not match.")
        case .notFound:
            Words(
                "Halaman ini tidak ada. Periksa alamatnya, atau mulai dari halaman depan.",
                "This page does not exist. Check the address, or start from the front page.")
        }
    }

    /// The first full minute that is not before the moment: what is said must be true.
    private static func minute(_ moment: Instant) -> Instant { moment + Span(milliseconds: 59_999) }

    /// One sentence for a wrong and for an unknown person alike: nothing about anybody is revealed.
    private static var identityWords: Words {
        Words(
            "Data yang Anda isi tidak cocok dengan data peserta. Periksa NIK, nomor KPJ, nama, tanggal lahir dan "
                + "nama ibu, lalu coba lagi.",
            "What you entered does not match a member's record. Check the NIK, KPJ number, name, birth date and "
                + "mother's name, then try again."
        )
    }
}

extension Interview.Phase {
    /// Why something cannot be done in this phase.
    fileprivate var refusal: Words {
        switch self {
        case .lobby: Words("Peserta masih di ruang tunggu.", "The member is still in the lobby.")
        case .called: Words("Peserta sedang dipanggil dan belum menjawab.", "The member is being called and has not answered yet.")
        case .filling: Words("Peserta sedang memeriksa datanya.", "The member is checking their data.")
        case .ready: Words("Data sudah dikirim; petugas memeriksanya.", "The data were sent; the officer checks them.")
        case .originals: Words("Peserta sedang memotret dokumen asli.", "The member is photographing the originals.")
        case .shown: Words("Dokumen asli sudah ditunjukkan; petugas memeriksanya.", "The originals were shown; the officer checks them.")
        case .summary: Words("Peserta sedang membaca ringkasan.", "The member is reading the summary.")
        case .agreed: Words("Ringkasan sudah disetujui; petugas memutuskan.", "The summary is agreed; the officer decides.")
        case .deciding, .done: Words("Wawancara ini sudah diputuskan.", "This interview is decided.")
        case .missed: Words("Panggilan wawancara ini terlewat.", "This interview's calls were missed.")
        case .left: Words("Peserta sudah pergi dari wawancara ini.", "The member has left this interview.")
        }
    }
}

extension WalkIn.Phase {
    fileprivate var refusal: Words {
        switch self {
        case .expected: Words("Orang ini belum datang.", "This person has not come yet.")
        case .incomplete: Words("Berkasnya belum lengkap.", "The papers are not complete.")
        case .waiting: Words("Nomor ini sudah dalam antrean.", "This number is in line already.")
        case .inside: Words("Nomor ini sudah dipanggil masuk.", "This number was told to come in already.")
        case .missed:
            Words(
                "Nomor ini melewatkan semua panggilannya. Daftarkan kembali di halaman.",
                "This number missed all its calls. Let it return at the yard.")
        case .done: Words("Kunjungan ini sudah selesai.", "This visit is over.")
        case .left: Words("Orang ini sudah pergi.", "This person has gone.")
        }
    }
}
