/**
 * How everyday words are typed in chats and said in Java → the plain word.
 *
 * Language, not trade: the trade spellings live with the knowledge. One line: the plain word, then its spellings.
 */
const LINES = `
bagaimana gimana gmn gmna gmana gimna gimn bgmn bgmana bagaiman piye pripun kepriye kepriben kepriwe gmanaa
kenapa knp knapa kenape ngapa napa
apa ap apaan opo nopo apkh apkah menopo menapa
berapa brp brapa brpa piro pinten pira berapaan
kapan kpn kpan
siapa sapa sopo sinten
mana mn endi pundi
dimana dmn dmana ngendi
tidak tdk tak gak ga gk nggak ngga ndak engga enggak kagak ora mboten boten nda gag kaga
belum blm blum blom dereng durung belom
sudah sdh udh udah dah uda wis wes sampun
yang yg yng
untuk utk untk kagem nggo kanggo tuk
dengan dgn dg dngn karo kaliyan ama
dari dr dri saking
karena krn karna krna mergo amargi
kalau kalo kl klo klau klu kalu nek menawi jk
saya sy sya ak gw gue gua kulo kula ane sayah
kamu km kmu lu lo elu
anda panjenengan sampeyan
kami kmi
tetapi tp tapi tpi
juga jg jga jug
saja aja aj sj doang wae mawon ae
lagi lg lgi maneh
banget bgt bngt bgtt
banyak bnyk byk akeh kathah
sekarang skrg skrng skg skrang saiki sakniki sakmeniki
supaya spy biar
dalam dlm dalem
pada pd
orang org orng wong tiyang
harus hrs mesti musti kudu kedah
bisa bs bsa isa iso saged saget
boleh bole angsal blh
masih msih msh mash isih taksih
mau mo mw arep badhe
perlu prlu
ada enek ono wonten
jadi jd jdi dadi
terus trus trs
cara carane caranya caranipun caranyaa
nomor nomer nmr nomr no
terima trima
kasih ksh
makasih mksh mksih makasi tks thx trims tengkyu suwun nuwun
tanya takon tanglet tny
kirim krm ngirim krim
bayar byr bayare
biaya biayane biayae
bikin bkin gawe damel
lama lm suwe
hari hr dinten dino
bulan bln
tahun thn th
minggu mgg
jam jm
sampai sampe smp smpe nyampe
sama sm
semua smua smw kabeh sedoyo
tolong tlg tlong tulung
mohon mhn
info inpo
bapak bpk
sebelum sblm sblum
sesudah ssdh
daftar dftr ndaftar
dokumen dok dokumene
barang brg barange
harga hrg regane reginipun
negara ngr
perusahaan prshn
pembayaran pmbyrn
alamat almt alamate
kantor kntr kantore
ingin pengen pengin pingin kepingin kepengin
dapat dpt
setelah stlh
negeri negri
syarat syarate sarat
ekspor eksport export ekpor expor exspor eksprt ekspr
impor import imporr
izin ijin
resiko risiko
sertifikat sertipikat sertfikat certifikat
`;

const LINES_ENGLISH = `
you u
your ur
are r
please pls plz plis pliss
because cuz coz bcoz
thanks thx tnx tks
though tho
message msg
account acct
about abt
tomorrow tmrw tmr
people ppl
information info
`;

const read = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [plain = '', ...spellings] = line.split(' ');
        return spellings.map((spelling): [string, string] => [spelling, plain]);
      }),
  );

/** Spelling → plain word, Indonesian and Javanese. Used in Indonesian texts alone: "no" and "dr" mean other things elsewhere. */
export const INDONESIAN_SPELLINGS = read(LINES);
/** Spelling → plain word, English. Used in English texts alone: "r" and "u" mean other things elsewhere. */
export const ENGLISH_SPELLINGS = read(LINES_ENGLISH);
