/**
 * Everyday words of the three languages that reach the centre, without trade terms.
 *
 * They tell the languages apart, tell an ordinary word from an unknown name, and are what mistyped
 * everyday words are mended to. A catalogue: order does not matter, a word may stand in several lists.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Indonesian, formal and as typed in chats. */
export const INDONESIAN_WORDS = list(`
ekspor impor ada adalah adakah adanya agak agar ahli air akan akankah akhir akibat aku alamat alasan alat alih aman ambil anak anda aneh anggota antar antara anu apa apaan
apabila apakah apalagi apapun arah area arti artinya asal asing asli atas atasan atau atur aturan awal ayah ayo baca bacaan badan bagai bagaikan bagaimana
bagaimanakah bagian bagus bahan bahasa bahkan bahwa baik baiknya baju bakal balas balasan balik banding bandingkan bangun bantu bantuan banyak banyaknya bapak
barang barangkali barangnya baru barusan batal batalkan batas batasan bawa bawah bayar bayaran bayarnya beberapa beda bedanya begini begitu bekas bekerja belajar
belakang belakangan beli beliau belum benar benarkah benda bentuk berada berakhir berangkat berani berapa berapakah berarti beras berat berbagai berbahaya berbeda
berdasarkan berdua berfungsi bergabung berhak berhasil berhenti beri berikan berikut berikutnya berisi berita berjalan berjualan berkaitan berkas berkata berlaku
berlebihan bermanfaat bermasalah bersama bersangkutan bersih bertanya bertahap bertahun berupa berusaha berwarna besar besaran besok betul biar biasa biasanya
bicara bicarakan bidang bikin bila bilang bisa bisakah bisnis boleh bolehkah bongkar boros buah bu buang buat buatan buatkan buka bukan bukankah bukti buku bulan
bulanan bumi buruk bungkus butuh cabang cair cakap cakupan calon cantik cantumkan capai cara caranya cari carikan cek celana cepat cerita cetak ciri coba cocok contoh
contohnya cukup cukupkah cuma curang daerah daftar daftarkan dagang dagangan dahulu dalam dampak dan dana dapat dapatkan dari darimana darurat dasar data datang debu
dekat demi demikian dengan dengar denda depan deh dengannya desa desain detail di dia dialami dianggap diantara diantar diatur dibaca dibalas dibandingkan dibantu
dibatalkan dibawa dibayar dibayarkan diberi diberikan dibilang dibikin dibuat dibuka dibutuhkan dicari dicek dicetak dicoret didalam didapat diganti digunakan diijinkan
diisi diizinkan dijual dikasih dikeluarkan dikemas dikenai dikenakan diketahui dikirim dikirimkan dikembalikan dikurangi dilakukan dilaporkan dilarang dilayani dilihat
dimana dimasukin dimasukkan dimana diminta dimulai dimiliki dinas dinyatakan dipakai dipake dipenuhi diperbaiki diperiksa diperlukan diperpanjang dipisah diproses
dipungut diri dirumah disana disebut disediakan disertai disetujui disimpan disini disitu ditahan ditandatangani ditanya ditempel diterbitkan diterima ditolak ditulis
ditunjuk diubah diupload diurus diwajibkan dokumen dong dua dulu dunia duit edisi efek ekonomi email empat enak enggak entah error faktur foto gabung gagal gak gampang
ganti gantinya garis gara gara gelap gimana gitu gratis gratisnya gudang guna gunanya habis hadiah hal halaman halo hampir hangus hanya hari harian harga harganya harus
haruskah hasil hati hilang hidup hingga hitung hitungan hitungnya hubungan hubungi hubungin hukum hukumnya ia ibu ide identitas ijin ikut ikutan ilang imbalan indonesia
ingat ingin info informasi ini inikah isi isian isinya istilah itu itukah iya izin jadi jadikan jadinya jadwal jalan jalannya jaman jam jaminan janji jangan jangka jarak
jasa jatuh jauh jawab jawaban jelas jelaskan jenis jenisnya jika jual jualan jualnya juga jujur jumat jumlah jumlahnya kabar kabupaten kah kacau kadang kah kain kak kakak
kalau kalaupun kali kalian kalimat kalo kami kamis kamu kantor kantornya kapal kapan kapankah karena kasih kasus kata katanya kategori kawan kayak kayaknya ke kecil
kedua kegiatan kegunaan kelas kelebihan kelompok keluar keluarga keluhan kemana kemarin kembali kembalikan kembaliin kemudian kena kenapa kendala kenal kepada kepala
keperluan kepingin kerja kerjasama kering kertas kesalahan kesana kesempatan kesini kesulitan ketahan ketahui ketemu ketentuan keterangan ketika ketinggalan ketiga keuntungan
kewajiban khusus khususnya kira kiranya kirim kiriman kirimkan kita kode kok kolom komplain konfirmasi konsul konsultasi kontak kosong kota kotak kualitas kuat kumpul kunci
kurang kurangnya kurir lagi lah lain lainnya laku lalu lama lamanya lampiran lampirkan langkah langkahnya langsung lanjut lanjutan lapor laporan laporkan larangan layak
layanan lebih legal lembar lengkap lepas lewat libur lihat lima lokasi lokal login luar lulus lumayan lupa maaf macam macet mahal maka makan makanan makasih maksimal
maksimum maksud maksudnya malah malam mampu mana manakah manapun manfaat manfaatnya mari mas masa masalah masalahnya masih masing masuk masukan masukkan masyarakat mata
mati mau maunya mbak melainkan melakukan melalui melamar melampirkan melapor melaporkan melarang melayani melebihi melewati melihat meliputi memakai memakan membaca
membandingkan membantu membatalkan membawa membayar membedakan membeli memberi memberikan membuat membuka membutuhkan memenuhi memeriksa memerlukan memiliki memilih memang
memasang memasok memasukkan memastikan memperbaiki memperoleh memperpanjang mempunyai memproduksi memproses mempercepat menahan menaikkan menanyakan mencari mencetak mencoba
mendaftar mendaftarkan mendapat mendapatkan menemukan menentukan menerbitkan menerima mengajukan mengaktifkan mengalami mengambil mengapa mengatur mengecek mengekspor
mengembalikan mengemas mengenai mengenakan mengetahui menggunakan menghadapi menghemat menghindari menghitung menghubungi mengikuti mengirim mengirimkan mengisi mengoreksi
mengubah mengunggah mengunduh mengurangi mengurus mengusulkan meninggal menitip menjadi menjaga menjawab menjelaskan menjual menolak mengganti menulis menunggu menunjukkan
menurut menyatakan menyebabkan menyediakan menyertakan menyetujui menyiapkan menyimpan menyusul merah merasa mereka merupakan merubah merugikan meski mesti milik minat
minggu mingguan minim minimal minimum minta minum minuman misal misalnya modal mohon moga mudah mula mulai mungkin mungkinkah muncul murah musti nah naik nama namanya
namun nanti nantinya nanya negara negeri nego ngga nggak ngurus niat nih nilai nilainya nol nomer nomor nomornya notif nyasar nyata oke oleh online operator orang orangnya
otomatis pabrik pada padahal pagi paham pak pakai pakaian pake paket paling panas panduan panjang pantas para pas pasal pasang pasar pasti pasca patokan payah pegawai
pelajari pelaku pelanggan pelatihan pelunasan pemasok pembatalan pembayaran pembeli pembelian pemberitahuan pembuatan pemeriksaan pemerintah pemesanan pemilik pemula
penanganan pencarian pendaftaran pendek penerbitan penerima pengajuan pengalaman pengecekan pengembalian penggunaan penghasilan pengiriman pengisian pengguna pengurusan
penjelasan penjual penjualan penolakan penting penuh penukaran penulisan penyebab penyelesaian per perah perbaiki perbaikan perbedaan perbedaannya pergi perihal perintah
periksa perjalanan perkara perlu perlukah permasalahan permintaan permohonan pernah perorangan perpanjang perpanjangan pertama pertanyaan perubahan perusahaan pesan pesanan
petugas petugasnya pihak pilih pilihan pindah pinjam pinjaman pokok pola posisi potong potongan pribadi prosedur proses prosesnya provinsi pulang puluh pun punya pusat rabu
ragu rame rata ratus rekening rekomendasi rencana resiko resmi ribet ribu ringan rinci rincian rugi rumah rupiah rusak saat saatnya sabtu saja salah salahnya salinan sama
sambil sampai sampe samping sana sanksi sangat sangsi santai saran sarat satu saudara saya sayang se sebab sebabnya sebagai sebagian sebaiknya sebaliknya sebanyak sebelah
sebelum sebelumnya sebenarnya sebentar sebuah sebut sebutkan secara sedang sedangkan sederhana sedikit segala segera segini sehabis sehari seharusnya sehingga sejak
sejumlah sekali sekalian sekaligus sekarang sekian sekitar sekolah selain selaku selalu selama selamat selanjutnya selasa selesai seluruh semacam semakin semasa sementara
semoga semua semuanya sendiri sengaja senin seperti sepertinya sering seringkali serta sertakan seru sesama sesuai sesuatu sesudah setahun setelah setiap setuju sewa si
siang siap siapa siapakah siapkan sih sila silakan silahkan simpan sini singkat sisa situ situs soal sore status suatu sudah sudahkah sulit sumber sungguh supaya surat
susah susul syarat syaratnya tabel tadi tahan tahap tahu tahun tak takut tambah tambahan tampilan tanda tandatangan tangan tanggal tanggapan tanggung tanpa tanya tanyakan
tarik tau tawar tawaran telah telat telepon telpon teman tempat tempo tempuh temukan tengah tentang tentu tentukan tentunya tepat terakhir terbaru terbit terdaftar terdekat
terdiri terhadap teregister terima terjadi terkait terlalu terlambat terlanjur termasuk termurah ternyata tersebut tersedia tersendiri tertahan tertentu tertulis terus
tetap tetapi tiap tiba tidak tidakkah tidaknya tiga tinggal tinggi tindak tindakan titip toko tolak tolong total tua tugas tuh tujuan tukar tulis tulisan tunggu tunjukkan
turun tutup uang ubah udah ulang umum umumnya unduh unggah untuk untung upah urus urusan usah usaha usahanya usai usul utama utang via waktu waktunya wajar wajib wajibkah
walau wilayah ya yaitu yakin yakni yang yg gmn gmna gimn knp kpn brp brapa dmn utk u buat dgn dg dr dri krn karna jd jdi sdh udh dah blm blom tdk gk ga ngga enggak nggak
bs bsa sy gw gue aq ak km kmu klo kl klu kalo tp tpi jg jgn aja aj doang gitu gini gt nih tuh dong deh sih kok kan lho loh wkwk hehe mksh makasih makasi trims thx trs trus
terus lg lgi bgt banget bngt bnyk byk skrg skrng skg spy dlm pd org hrs msh emang emg ntar nnti gpp sm sma ama kek yah yaa iy gmana bgmn bgmana brpa cuman pengen pengin
pingin mo mw nyari nyarinya ngirim bikinin urusin dapetin dapet nyusul bayarin tanyain gan sis bro bang kang teh mbak mba min admin assalamualaikum wassalam salam permisi
siang pagi malam sore halo hallo hai met tes test punten monggo lur sedulur oh ohh sip siip mantap okey baiklah boleh kah dimanakah kemanakah pelajar mahasiswa dosen kuliah
kampus jurusan fakultas semester nilai ujian beasiswa wisuda daftar ulang ktp kk akta kelahiran kematian nikah cerai pindah domisili puskesmas rumah sakit bpjs pajak
kendaraan motor mobil sim stnk listrik pulsa kuota internet jaringan sinyal aplikasi akun sandi password lupa reset verifikasi kode otp transaksi saldo rekening kartu
cuaca hujan panas dingin lagu musik film resep masak bola pertandingan skor berita presiden gubernur bupati walikota camat lurah rt rw dusun kelurahan kecamatan
kesehatan pendidikan perizinan kependudukan sosial ketenagakerjaan pertanian perikanan perindustrian perdagangan koperasi pariwisata
`);

/** English, plain and as typed in chats. */
export const ENGLISH_WORDS = list(`
a able about above abroad accept accepted access according account across act action active actually add added address advance advice after again against age ago agree
agreed ahead alive all allow allowed almost alone along already also although always am among amount an and another answer any anybody anyone anything anyway apart app
appear apply application applying approve approved approximately are area aren arent around arrange arrive arrived article as ask asked asking at attach available avoid
aware away back bad balance bank based basic be became because become been before begin beginner beginning behind being believe below benefit benefits best better
between big bill bit block blocked book both bottom bought box break bring broken brought build business busy but buy buyer buyers buying by call called calling came can
cancel cancelled cannot cant card care carry case cases cash cause cent certain chance change changed changes charge charged charges cheap cheaper check checked checking
child choice choose city claim class clear clearly close closed code cold come comes coming common company compare compared complain complete completed computer concern
condition confirm confirmed connect consider contact contain contains content continue copy correct correctly cost costs could couldn couldnt count country countries couple
course cover create credit currency current currently customer cut daily damage damaged data date day days deal decide deep deliver delivered delivery department depend
deposit describe detail details did didn didnt die difference different difficult direct directly discount do does doesn doesnt doing dollar dollars done dont door double
doubt down draw drive drop due during each earlier early earn easily easy eat eight either else email employee empty end english enough enter entire error especially even
evening ever every everyone everything exact exactly example except exchange expect expensive experience expire expired explain extra eye fact fail failed fair fall false
family far fast father feel fees fee few field fill filled final finally find fine finish firm first fit five fix fixed follow following food for foreign forget forgot form
forward found four free freeze friday friend from front full further future gave general get gets getting give given gives giving go goes going gone good goods got great
group grow guess guide had half hand happen happened happens happy hard has hasn hasnt have haven havent having he head hear heard held hello help helps her here hers hey
hi high higher him his hold home hope hot hour hours house how however hundred i id idea if ill im immediately import important impossible in include included including
income increase incorrect indeed inform information inside instead interest into invalid is isn isnt issue issued issues it item items its itself ive job join just keep
kind knew know known large last late later law lead learn least leave left legal less let lets letter level life like likely limit limited line link list listed little live
living load local long longer look looking looks lose lost lot lots love low lower made mail main make makes making man manage many mark market match matter may maybe me
mean meaning means measure medicine meet member mention message met might mind mine minimum minute minutes miss missing mistake mix moment monday money month months more
morning most mother move moved much must my myself name names near nearly necessary need needed needs neither never new next nice night nine no nobody none nor normal not
note nothing notice now number numbers obtain of off offer offered office officer offices often oh ok okay old on once one ones only onto open opened opening or order
orders original other others otherwise our ours out outside over own owner page paid paper papers parcel part particular parts party pass passed past pay payable paying
payment payments pending people per perhaps period permission permit person personal phone photo pick picture piece place plan play please plus point points policy possible
post price prices print private probably problem problems process processed produce product products program proof proper provide provided public purchase purpose put
quality quantity question questions quick quickly quite quote rate rates rather reach read reading ready real really reason receive received recent recently record reduce
refund refuse refused regarding register registered registration regular reject rejected related release remove renew repeat reply report request requested require required
requirement requirements resolve response responsible rest result results return returned right risk risky road room rule rules run safe said sale same sample samples saturday
save saw say saying says school search second section see seem seems seen select sell seller selling send sending sent separate serious service services set seven several
shall share she ship shipped shipping shop short should shouldn shouldnt show sick side sign signed similar simple simply since single sir sit site situation six size slow
small so social sold solution solve some somebody someone something sometimes soon sorry sort sound source speak special specific spell spend stamp stand standard start
started starting state statement status stay step steps still stop stopped store street strong stuck student study stuff submit such suggest sum summer sunday supplier
support supposed sure system table take taken takes taking talk tell ten term terms test text than thank thanks that thats the their them themselves then there therefore
these they thing things think third this those though thought thousand three through thursday till time times tiny title to today together told tomorrow tonight too took
top total touch toward towards town track trade transfer travel tried trip trouble true trust try trying tuesday turn twice two type types unable under understand unit until
up update updated upon us use used useful user using usual usually valid value various verify version very via view visit wait waiting walk want wanted wants warning was
wasn wasnt watch way ways we weather website wednesday week weekend weeks weight well went were weren what whatever whats when where whether which while who whole whom whose
why wide will wish with within without won wont word words work worked working works world worry worth would wouldn wouldnt write writing written wrong year years yes
yesterday yet you your yours yourself zero pls plz thx u ur r asap btw ok okay yeah yep nope gonna wanna gotta dunno hiya
`);

/** Javanese, plain and courteous, as it turns up in chats of Central Java. */
export const JAVANESE_WORDS = list(`
aku ake akeh ana ono anggo angsal apik arep arepe arto badhe bakal bayare biayane bojo boten mboten carane caranipun cilik daleme dereng digawe diijoli dinten dodol dodolan
dudu duit durung duwe ngendi endi enek enggal enten wonten etuk gampang gawe gawanan gedhe gelem griya iki niki iku niku kuwi ing isa iso ora oleh kabeh kados kagem
kaliyan kalih karo kudu kedah kepriye kepriben kepriwe kepingin kepengin kirimke klambi kula kulo lan lawas lunga luwih manah maneh malih mangga monggo matur mbayar mbok
meh menawi menika menapa mergo amargi mesti mlebu mung mundhut nanging nek yen nembe neng ning nggih inggih ngono ngunu ngirim ngurus nopo napa nuwun nyuwun sewu olehe
opo pados pangapunten panjenengan sampeyan pengin piro pinten pira pirang piye pripun pundi regane reginipun rodo saget saged sak saking sampun sanes sapa sopo sinten sae
sampunipun sedoyo sedanten sesuk suwe suwun sugeng enjing sonten siang dalu tak tanglet takon takok teko teng dhateng tuku tumbas uwong tiyang uwis wes wis wae mawon
wayah wetan kulon lor kidul yo yok yoiki iki kae rek lur dhewe dewe mumet ruwet mbulet nderek tulung tulungi
`);

/** All everyday words, without Javanese: those that mistyped words may stand for. */
export function everydayWords(): Iterable<string> {
  return new Set([...INDONESIAN_WORDS, ...ENGLISH_WORDS]);
}

/** Whether a word is an everyday word of any of the languages, so not a name. */
export function isCommonWord(word: string): boolean {
  return INDONESIAN_WORDS.has(word) || ENGLISH_WORDS.has(word) || JAVANESE_WORDS.has(word);
}
