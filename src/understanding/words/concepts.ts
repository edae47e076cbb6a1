import { stem } from './stem.ts';

/**
 * Everyday words that mean about the same, in Indonesian and English: one line, one idea.
 *
 * An idea is an added feature beside the word, so that "mengurus", "apply" and "bikin" speak for the same entry even
 * when no phrasing says it that way. Language and service talk only; trade terms come with the knowledge.
 * A word that stands in two lines has the idea of the first: of two everyday senses the commoner.
 */
const LINES = `
how bagaimana gimana how cara caranya prosedur procedure tahapan langkah steps step method metode way langkahnya alur process proses mekanisme tutorial panduan guide
why kenapa mengapa why alasan sebab penyebab reason cause gara reasons
what apa what whats apakah
when kapan when jadwal schedule tanggal date
where mana dimana where lokasi location tempat place alamat address letak lokasinya whereabouts locate posisi
who siapa who whom siapakah
howmany berapa jumlah many much number jumlahnya banyaknya amount total
duration lama durasi long duration hari jam days hours minutes weeks menit lamanya duration
can bisa dapat can able could boleh mungkin possible may allowed allow mampu permitted izinkan permit let diperbolehkan
need perlu butuh need needs needed require required requires necessary memerlukan membutuhkan diperlukan dibutuhkan keperluan harus wajib must mandatory obligatory compulsory keharusan musti mesti should supposed haruskah wajibkah
want mau ingin want wanna would like pengen pingin wish minat hendak desire prefer berminat
have punya ada have has memiliki mempunyai got own exist tersedia available sedia there
not tidak bukan belum jangan not no dont never cant cannot tanpa without unable havent didnt doesnt wont isnt wasnt arent couldnt wouldnt none neither tak
help bantu bantuan tolong help assist assistance aid bantuannya membantu support dukungan please mohon
pay bayar membayar pay paying paid payment payments pembayaran bayaran dibayar pelunasan lunas settle melunasi setor
cost biaya ongkos harga tarif cost costs price prices fee fees charge charges charged charging pricing rate tarifnya expense mahal expensive cheap murah bayarnya retribusi
free gratis free cuma bebas gratisan
buy beli membeli buy buying bought purchase purchased purchases pembelian order ordered pesan memesan pesanan orders pemesanan belanja shop shopping
sell jual menjual sell selling sold penjualan sale jualan berjualan dagang
send kirim mengirim send sending sent pengiriman ship shipping dikirim shipment transfer kiriman dispatch mail post delivered deliver delivery antar mengantar diantar
receive terima menerima receive received receiving diterima got get dapat penerimaan obtain mendapat mendapatkan dapatkan memperoleh obtained diperoleh retrieve
arrive tiba sampai datang arrive arrived arrives arrival come came coming kedatangan nyampe
lost hilang lost lose missing kehilangan misplaced misplace lenyap tercecer ilang raib
steal curi dicuri steal stolen stole theft robbed kecurian pencurian thief
find cari mencari find found search look looking searching temukan menemukan locate seek ketemu nemu pencarian nyari
wrong salah keliru wrong incorrect incorrectly mistake mistaken error kesalahan mistakenly errors inaccurate
problem masalah kendala problem problems issue issues trouble gangguan kesulitan hambatan bermasalah terkendala obstacle difficulty
broken rusak broken broke break breaks faulty damaged cacat error malfunctioning malfunction defect kerusakan
notwork gagal macet fail failed failing fails failure working work works function functioning berfungsi jalan
reject tolak ditolak menolak penolakan reject rejected refuse refused decline declined declines denied deny declining
accept terima diterima accept accepted accepts accepting acceptance support supported supports
cancel batal membatalkan dibatalkan cancel cancelled canceled cancelling canceling pembatalan batalkan revert undo void
change ubah mengubah ganti mengganti change changing changed perubahan diubah merubah modify edit update updated updating perbarui memperbarui alter switch pergantian penggantian swap pindah updating adjust
fix perbaiki memperbaiki perbaikan fix correct repair betulkan koreksi correction resolve solve revisi benerin solusi solution resolved
new baru new newest terbaru latest
old lama old expired kadaluarsa kedaluwarsa expire expires kadaluwarsa expiration expiry
replace ganti replace replacement substitute pengganti penggantian
stop berhenti stop stopped hentikan end ending akhiri berakhir terminate quit cease
start mulai start begin beginning started memulai dimulai starting commence awal
open buka open membuka opening opened dibuka opens create setup
close tutup close menutup closed ditutup closing delete closing penutupan
make buat membuat bikin make making made create creating dibuat created pembuatan membuatkan generate set build
add tambah menambah add added adding tambahkan penambahan include tambahan append
remove hapus menghapus remove delete deleted removing dihapus hapuskan erase penghapusan eliminate
register daftar mendaftar pendaftaran register registered registration registering registrasi signup enroll enrol enrollment mendaftarkan terdaftar join gabung bergabung ikut mengikuti apply application applying applied melamar ajukan mengajukan pengajuan permohonan
login login masuk log signin sign akses access logging
password password sandi passcode pin kode code passwords katasandi
forget lupa forget forgot forgotten melupakan remember ingat recall
block blokir diblokir block blocked terblokir freeze frozen froze terkunci locked lock kunci deactivate suspend suspended disable disabled pemblokiran
unblock unblock unfreeze unlock aktif aktifkan activate activation activated mengaktifkan aktivasi enable reactivate unlocked
verify verifikasi verify verification verified verifying validasi validate authenticate identity konfirmasi confirm confirmation confirming pengesahan identitas prove proof bukti membuktikan
check cek mengecek check checking checked periksa memeriksa pemeriksaan inspect pengecekan lihat melihat see view
status status progress perkembangan kemajuan track tracking lacak melacak pelacakan
wait tunggu menunggu wait waiting waited menanti antri antrian queue pending tertunda tertahan ditahan stuck hold delay delayed penundaan
late terlambat telat late keterlambatan overdue delayed slow lambat
early cepat segera fast quick quickly soon faster speed asap urgent darurat emergency immediately express mempercepat expedite urgently
time waktu jam time hour pukul
day hari day days harian daily
today hari today sekarang now currently saat tonight
tomorrow besok tomorrow lusa
yesterday kemarin yesterday kemaren
week minggu pekan week weekly mingguan
month bulan month monthly bulanan
year tahun year yearly annual tahunan annually
minimum minimal minimum least min
maximum maksimal maksimum maximum max most limit batas batasan limits limited cap ceiling limitation
more lebih more extra tambahan additional another lagi other
less kurang less fewer reduce lower kurangi
big besar big large huge
small kecil small little tiny
money uang money cash duit tunai funds fund dana
card kartu card cards
account akun rekening account accounts
bank bank banking perbankan banks
balance saldo balance
transfer transfer mentransfer transferred transferring transfers pengiriman send
withdraw tarik menarik withdraw withdrawal withdrawals withdrew penarikan withdrawing atm
deposit setor deposit setoran deposited topup top topping deposits
refund refund pengembalian refunded kembalian reimburse restitusi reimbursement kembalikan mengembalikan return returned returning dikembalikan
transaction transaksi transaction transactions
currency mata currency currencies kurs exchange tukar exchanging konversi convert foreign fx menukar penukaran valas
rate kurs rate rates tarif exchange
atm atm atms cashpoint machine mesin
loan pinjaman loan kredit pinjam meminjam borrow borrowing lend utang hutang debt
interest bunga interest apr
tax pajak tax taxes taxation perpajakan
salary gaji salary income penghasilan wage wages paycheck payday pendapatan upah earnings
job pekerjaan job work kerja bekerja employment career lowongan karir profession
bill tagihan bill bills invoice faktur
credit kredit credit
insurance asuransi insurance insured
phone telepon hp phone handphone telpon ponsel mobile cellphone smartphone call menelepon hubungi
contact kontak hubungi contact menghubungi reach hubungin dihubungi
message pesan message messages text sms texting wa whatsapp chat
email email surel mail emails
internet internet web website situs online daring laman wifi link tautan url
app aplikasi app application apps software
document dokumen berkas document documents paper papers file surat letter lampiran paperwork form formulir arsip files letters
letter surat letter keterangan pengantar
certificate sertifikat certificate certification sertifikasi piagam ijazah
form formulir form blanko forms
requirement syarat persyaratan requirement requirements condition conditions kriteria criteria ketentuan qualification terms prasyarat qualify eligible eligibility berhak
rule aturan peraturan rule rules regulation regulations law hukum undang kebijakan policy policies ketetapan
information informasi info information detail details data keterangan penjelasan rincian
explain jelaskan menjelaskan explain penjelasan explanation describe arti maksud mean means meaning definition definisi define pengertian artinya adalah meant
difference beda perbedaan difference different differ bedanya berbeda compare comparison membandingkan versus vs bandingkan
example contoh example examples sample sampel misal instance contohnya
list daftar list senarai lists
type jenis tipe type kind kinds types macam jenisnya sort
recommend rekomendasi recommend suggest suggestion saran sarankan recommendation advise advice suggestions anjuran menyarankan
best terbaik best bagus good baik ideal great cocok suitable
choose pilih memilih choose choice choosing select pilihan option options opsi selection
use pakai menggunakan gunakan use using used penggunaan digunakan dipakai memakai pakainya usage utilize
give beri memberi give kasih berikan giving provide menyediakan diberikan
take ambil mengambil take taking took pengambilan diambil taken
show tunjukkan tampilkan show display lihatkan perlihatkan shows
tell beritahu katakan tell say kasih told informasikan
ask tanya bertanya ask asking menanyakan pertanyaan question tanyakan query
answer jawab jawaban answer reply respond balas response menjawab balasan respon
talk bicara talk speak berbicara ngobrol konsultasi consult chat discuss speaking consultation
person orang person human people manusia agent representative petugas staff operator someone pegawai admin officer customer
complain keluhan komplain complain complaint pengaduan mengadu report lapor melapor laporan melaporkan aduan dispute keberatan fraud laporkan
office kantor office branch cabang offices dinas instansi lembaga bagian unit
hours jam buka operasional opening hours layanan pelayanan beroperasi
service layanan pelayanan service services jasa
schedule jadwal schedule timetable agenda jadwalnya
appointment janji appointment appointments booking reservasi reserve reservation reservations book meeting rapat pertemuan
event acara event kegiatan events activity
home rumah home house
travel perjalanan travel trip travelling traveling bepergian vacation liburan holiday journey wisata
flight penerbangan flight pesawat plane flights airline
hotel hotel penginapan accommodation
car mobil car vehicle kendaraan auto
gas bensin gas fuel bbm petrol
food makanan food makan eat eating dish hidangan meal meals masakan
drink minum minuman drink
restaurant restoran restaurant rumah cafe
recipe resep recipe cook cooking masak memasak bake
weather cuaca weather hujan rain raining panas hot cold dingin temperature suhu snow salju forecast sunny prakiraan cerah mendung berawan
music musik lagu music song songs play putar mainkan playlist penyanyi album artist
movie film movie bioskop cinema movies
alarm alarm bangunkan wake alarms weker
reminder pengingat ingatkan reminder remind reminders mengingatkan
calendar kalender calendar
health kesehatan health medical medis
doctor dokter doctor
hospital rumah hospital
medicine obat medicine vaccine shot vaksin imunisasi
school sekolah school
student mahasiswa siswa student pelajar students
lecturer dosen guru teacher lecturer professor
study belajar kuliah study learn learning studi
campus kampus universitas university college campus
exam ujian tes test exam examination
grade nilai grade ipk score
scholarship beasiswa scholarship
major jurusan prodi program major fakultas studi
graduate wisuda lulus graduate graduation kelulusan
identity ktp identitas identity id identification ktpnya
family keluarga family kk
birth lahir kelahiran birth born
death mati meninggal kematian death died
marriage nikah menikah perkawinan marriage married kawin pernikahan wedding
child anak child children bayi baby kids kid
name nama name names namanya dinamai
number nomor number nomer
print cetak mencetak print printed fisik physical
copy salinan copy fotokopi duplicate duplikat kopi twice double dua ganda
photo foto photo picture gambar
upload unggah upload mengunggah
download unduh download mengunduh
sign tanda tandatangan sign signature signed menandatangani
country negara country countries luar abroad overseas europe international internasional asing foreign
city kota city daerah wilayah region
area wilayah area daerah kawasan zone
company perusahaan company usaha business bisnis firm pt cv umkm
product produk barang product item goods items products merchandise
customer pelanggan customer konsumen client nasabah
member anggota member membership
price harga price tarif
discount diskon potongan discount promo coupon voucher promotion rebate
safe aman safe secure keamanan security safety
danger bahaya danger dangerous berbahaya risk risky risiko resiko
fraud penipuan fraud scam tipu fraudulent tertipu unauthorized suspicious compromised recognize recognise unfamiliar strange
extend perpanjang memperpanjang perpanjangan extend extension renew renewal renewing
valid berlaku valid validity masa keabsahan effective sah
purpose tujuan guna manfaat purpose benefit benefits fungsi kegunaan keuntungan advantage advantages use
important penting important crucial
legal legal resmi official sah formal
illegal ilegal dilarang illegal prohibited forbidden larangan ban banned melarang
permit izin perizinan permit permission licence license perijinan lisensi licensing
thanks terima makasih thanks thank thankyou terimakasih appreciate
hello halo hai hello hi hey greetings selamat assalamualaikum pagi siang sore malam
goodbye dadah bye goodbye sampai
yes ya iya yes yeah yep benar betul true right correct sure
repeat ulang mengulang repeat again ulangi lagi kembali
link tautan link connect connected hubungkan menghubungkan linked linking sambung connecting
size ukuran size big dimension
weight berat weight bobot timbangan kg
color warna color colour
language bahasa language languages
translate terjemahkan translate translation menerjemahkan terjemahan
meaning arti makna meaning
distance jarak distance far jauh kilometer mile dekat near nearest terdekat nearby closest
direction arah direction directions rute route
traffic lalu traffic macet kemacetan
age umur usia age old
first pertama first perdana awal
last terakhir last akhir final
every setiap tiap every each
all semua seluruh all whole entire segala
some beberapa some sebagian several
only hanya cuma only just saja
before sebelum before
after setelah sesudah after
because karena because sebab due
training pelatihan training kursus course diklat seminar webinar workshop
join gabung join ikut bergabung mengikuti participate berpartisipasi
result hasil result results outcome
download unduh download
deduct potong dipotong deducted deduct debited debit taken
show tampil muncul show showing appear appeared terlihat shown
disappear hilang disappeared vanished gone
quality kualitas mutu quality
plan rencana plan planning
delete hapus delete
merchant merchant toko store shop seller penjual pedagang
limit batas limit restriction restrictions restricted batasan
gone habis gone empty kosong run
teach ajari teach mengajari
believe kira think believe pikir rasa
happen terjadi happen happened going
share bagi share berbagi
try coba try tried mencoba trying attempt attempted
turn matikan turn off mati
volume volume suara sound loud
watch tonton menonton nonton watch watching saksikan menyaksikan tayang tayangan ditayangkan penayangan show screening showing
hear dengar mendengar mendengarkan dengarkan listen listening hear putar memutar
set setel menyetel atur mengatur pasang set setting pengaturan setup menyiapkan adjust configure jadwalkan menjadwalkan
postpone tunda menunda snooze postpone delay undur mundur reschedule jadwalulang penundaan
remaining sisa tersisa remaining left sisanya
wake bangun bangunkan wake
read baca membaca read reading
write tulis menulis write writing tertulis
rateit nilai beri rating rate bintang stars skor score review ulasan penilaian
number satu dua tiga empat lima enam tujuh delapan sembilan sepuluh belas puluh ratus ribu juta one two three four five six seven eight nine ten dozen hundred thousand
dayname senin selasa rabu kamis jumat sabtu minggu ahad monday tuesday wednesday thursday friday saturday sunday weekend
monthname januari februari maret april mei juni juli agustus september oktober november desember january february march may june july august october december
partofday pagi siang sore malam subuh morning noon afternoon evening night
near dekat terdekat near nearest nearby closest sekitar around
go pergi berangkat go going menuju head travel
come datang hadir come attend kehadiran hadiri menghadiri
keep simpan menyimpan keep store save saved penyimpanan tersimpan
carry bawa membawa carry bring dibawa brought
move pindah memindahkan move moving perpindahan mutasi
enter masuk masukkan memasukkan enter entry input entering isi mengisi fill pengisian
exit keluar keluarkan exit leave leaving
increase naik menaikkan tambah increase raise higher kenaikan meningkat
decrease turun menurunkan decrease lower reduce penurunan berkurang
finish selesai menyelesaikan finish complete completed done kelar rampung tuntas finished
continue lanjut melanjutkan continue lanjutan resume lanjutkan kelanjutan
send_back retur return kembalikan
know tahu mengetahui know ketahui tau aware
understand paham mengerti understand ngerti memahami
remember ingat remember hafal
like suka menyukai like love favorit favorite
hate benci hate dislike
happy senang bahagia happy puas satisfied
sad sedih sad kecewa disappointed
angry marah angry kesal annoyed
afraid takut khawatir afraid worried cemas worry
sick sakit sick ill illness penyakit disease demam
tired capek lelah tired
easy mudah gampang easy simple sederhana simpel
difficult sulit susah difficult hard ribet rumit complicated
long panjang long
high tinggi high tall
strong kuat strong
clean bersih clean
beautiful cantik indah beautiful nice
same sama same identical serupa similar mirip
enough cukup enough sufficient memadai
complete lengkap complete full penuh kelengkapan
clear jelas clear
direct langsung direct straight instan instant instantly
online online daring internet web virtual elektronik electronic digital
offline offline luring langsung tatap
together bersama together sama barengan
alone sendiri alone self mandiri pribadi personal
other lain other another lainnya different
again lagi again kembali ulang
always selalu always terus
often sering often frequent kali
never pernah never ever
still masih still tetap
already sudah already telah
later nanti later kemudian
now sekarang now kini
previous lalu previous sebelumnya lampau past
next depan next berikutnya mendatang upcoming selanjutnya
left kiri left
right kanan right
father ayah bapak father dad
mother ibu mother mom
wife istri wife suami husband spouse pasangan
friend teman kawan friend
government pemerintah government pemda negara
citizen warga penduduk citizen resident masyarakat kependudukan penduduknya
village desa kelurahan village kecamatan dusun
resident domisili alamat tinggal resident residence
electronic_id ktp ektp kia
birthcertificate akta kelahiran akte
passport paspor passport visa
vehicle kendaraan motor mobil vehicle car stnk bpkb sim
electricity listrik electricity pln token
water air water pdam
land tanah land sertifikat bangunan
building bangunan gedung building imb pbg
tax_land pbb pajak
socialaid bansos bantuan pkh blt sembako
disaster bencana banjir gempa kebakaran disaster flood fire
police polisi police skck
healthcard bpjs kis jkn faskes
clinic puskesmas klinik clinic poli
tuition ukt spp tuition uang semester
courseplan krs kontrak sks rencana
class kelas kuliah class classes perkuliahan mata matakuliah pelajaran course subject
thesis skripsi tesis thesis tugas disertasi sidang proposal
graduation wisuda yudisium graduation toga
transcript transkrip khs transcript
leave cuti leave
internship magang kkn pkl internship praktik praktek
library perpustakaan library pustaka
dormitory asrama kos dormitory
accreditation akreditasi accreditation
admission pmb penerimaan seleksi admission snmptn sbmptn snbp snbt jalur camaba
legalise legalisir legalisasi legalize
facility fasilitas facility facilities sarana laboratorium lab
organisation organisasi ukm organization himpunan bem
leader ketua kepala pimpinan dekan rektor leader head director direktur
vision visi misi vision mission
history sejarah history berdiri
rank peringkat ranking juara
animal hewan ternak animal
plant tanaman tumbuhan plant tani pertanian
fish ikan fish perikanan
clothes baju pakaian clothes kain
wood kayu wood
send_parcel paket parcel package kurir courier resi
stock stok stock persediaan ready
warranty garansi warranty guarantee jaminan
installment cicilan angsuran installment kredit tenor
promo promo voucher diskon kupon
point poin points reward rewards hadiah
feature fitur feature menu
version versi version update
otp otp kode
pin pin
fingerprint sidik fingerprint biometrik
photo_id selfie swafoto
notification notifikasi notif notification alert pemberitahuan
topup topup isi pengisian
nominal nominal amount jumlah besaran
admin admin administrasi
proof bukti proof receipt struk kuitansi nota
join_program ikut peserta participant
winner pemenang winner juara
quota kuota quota slot
age_limit usia umur batas
origin asal origin
destination tujuan destination
import impor import importing imported importir
export ekspor export exporting exported eksportir mengekspor
customs bea cukai customs pabean kepabeanan duty
goods barang goods cargo kargo muatan komoditas commodity
material bahan material materials
factory pabrik factory produsen producer manufacturer produksi production memproduksi
farmer petani farmer
market pasar market pemasaran marketing
contract kontrak contract perjanjian agreement kesepakatan deal
trade dagang perdagangan trade trading
duty bea duty tarif
certificate_origin ska coo asal
port pelabuhan port
ship kapal ship vessel
container kontainer container peti
invoice invoice faktur
label label labels etiket kemasan packaging packing
test uji test pengujian testing lab tes
inspection pemeriksaan inspection inspeksi audit survei
quarantine karantina quarantine
food_safety keamanan pangan
responsible tanggung responsible liability kewajiban bertanggung
sanction sanksi denda penalty fine sanction hukuman
deadline deadline tenggat batas jatuh due terakhir
period periode period masa jangka
effective berlaku effective applies berlakunya
handle urus mengurus ngurus pengurusan diurus handle arrange manage kelola mengelola
collect ambil mengambil pengambilan diambil pickup collect jemput mengambilnya
website website situs web laman portal url link halaman page
hotline hotline callcenter telepon nomor kontak whatsapp wa cs admin
holiday libur cuti holiday vacation off tanggal merah
active aktif mengaktifkan active activate aktivasi nonaktif inactive
processing diproses memproses proses processing processed pengolahan
notyet belum yet masih pending
expiredate kadaluarsa kedaluwarsa kadaluwarsa expired expire hangus habis berakhir
howlong lama durasi berapalama long duration selama
appear muncul keluar tampil appear show terbit terbitnya
publish terbit menerbitkan penerbitan diterbitkan issue issued publish released release keluarkan dikeluarkan
approve setuju menyetujui disetujui persetujuan approve approved approval acc
reviewed review ditinjau peninjauan evaluasi penilaian
submit ajukan mengajukan pengajuan diajukan submit submitted serahkan menyerahkan menyetor kumpulkan pengumpulan
attach lampirkan lampiran melampirkan attach attachment sertakan menyertakan include
bring bawa membawa dibawa bring
represent wakil diwakilkan mewakili perwakilan wakilkan represent kuasa
collective kolektif rombongan bersama group kelompok
newcomer baru pemula pertama newbie beginner first perdana awam
schedule_open buka dibuka pembukaan open opens
schedule_close tutup ditutup penutupan close closes deadline
round gelombang tahap periode round batch angkatan
choice_major jurusan prodi program studi major department departemen fakultas faculty
parent orangtua ortu wali parent parents guardian
husbandwife suami istri spouse
divorced cerai perceraian divorce
data_change ubah perubahan ganti pembaruan update koreksi perbaikan data
digital digital elektronik online e
queue antri antrian antre queue nomor
visit datang berkunjung mengunjungi kunjungan visit
reach jangkau hubungi menghubungi dihubungi reach
unreachable sibuk mati gangguan down unreachable error
slow lambat lemot lelet slow lama
fast cepat kilat express sameday
stolen_lost hilang dicuri tercecer
wrong_address alamat salah
shipfee ongkir ongkos kirim shipping postage
tracking resi lacak tracking track awb
seller penjual seller toko merchant lapak
buyer pembeli buyer customer konsumen importir importer
order_cancel batal pembatalan cancel
stock_out habis kosong sold stok
size ukuran size
subscribe langganan berlangganan subscribe subscription
unsubscribe berhenti unsubscribe
plan paket package plan bundel
quota_data kuota data internet paketan
signal sinyal jaringan signal network koneksi connection
top_up isi pulsa topup saldo
balance_low kurang cukup insufficient tidakcukup
penalty denda penalti fine penalty sanksi
subsidy subsidi bantuan subsidy insentif
poor miskin kurang mampu
training_schedule jadwal pelatihan
proofread periksa cek
legal_basis dasar hukum peraturan undang
term istilah kepanjangan singkatan pengertian definisi arti abbreviation acronym meaning stands
compare banding perbandingan bandingkan mending lebih compare better
advantage untung keuntungan kelebihan manfaat benefit advantage
disadvantage rugi kekurangan kelemahan disadvantage loss kerugian
`;

const build = (): ReadonlyMap<string, string> => {
  const concepts = new Map<string, string>();
  for (const line of LINES.trim().split('\n')) {
    const [concept = '', ...words] = line.split(' ');
    for (const word of words) if (!concepts.has(word)) concepts.set(word, concept);
  }
  return concepts;
};

const BY_WORD = build();
const BY_STEM: ReadonlyMap<string, string> = new Map(
  [...BY_WORD].reverse().map(([word, concept]) => [stem(word), concept] as const),
);

/** The idea an everyday word stands for, also in another form of it; nothing for a word that is in no line. */
export function conceptOf(word: string): string | undefined {
  return BY_WORD.get(word) ?? BY_STEM.get(stem(word));
}

/** All words that stand for an idea. */
export function conceptWords(): Iterable<string> {
  return BY_WORD.keys();
}
