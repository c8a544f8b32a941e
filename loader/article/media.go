package article

import (
	"net/url"
	"strings"
)

// medium is a well-known publisher. It helps to name the publisher of a page
// that only shows an address or a short form; media that are not listed are
// found by what the page says.
type medium struct {
	name   string
	agency bool     // whether others print its reports
	hosts  []string // domains, without www
	also   []string // other names under which it signs
}

// media lists the well-known publishers.
var media = []medium{
	{"AFP", true, []string{"afp.com"}, []string{"Agence France-Presse", "Agence France Presse"}},
	{"AP", true, []string{"apnews.com", "ap.org"}, []string{"Associated Press", "The Associated Press", "AP News"}},
	{"Reuters", true, []string{"reuters.com"}, []string{"Thomson Reuters"}},
	{"UPI", true, []string{"upi.com"}, []string{"United Press International"}},
	{"Bloomberg", true, []string{"bloomberg.com"}, []string{"Bloomberg News"}},
	{"dpa", true, []string{"dpa-international.com"}, []string{"Deutsche Presse-Agentur"}},
	{"EFE", true, []string{"efe.com"}, nil},
	{"ANSA", true, []string{"ansa.it"}, nil},
	{"TASS", true, []string{"tass.com", "tass.ru"}, []string{"ITAR-TASS"}},
	{"Interfax", true, []string{"interfax.com", "interfax.ru"}, nil},
	{"RIA Novosti", true, []string{"ria.ru"}, []string{"RIA"}},
	{"Sputnik", true, []string{"sputniknews.com", "sputnikglobe.com"}, []string{"Sputnik International"}},
	{"Xinhua", true, []string{"xinhuanet.com", "news.cn"}, []string{"Xinhua News Agency"}},
	{"Anadolu Agency", true, []string{"aa.com.tr"}, []string{"Anadolu"}},
	{"PTI", true, []string{"ptinews.com"}, []string{"Press Trust of India"}},
	{"ANI", true, []string{"aninews.in"}, nil},
	{"IANS", true, []string{"ians.in"}, nil},
	{"Kyodo News", true, []string{"kyodonews.net"}, []string{"Kyodo"}},
	{"Yonhap", true, []string{"yna.co.kr"}, []string{"Yonhap News Agency"}},
	{"Ukrinform", true, []string{"ukrinform.net", "ukrinform.ua"}, nil},
	{"Interfax-Ukraine", true, []string{"interfax.com.ua"}, nil},
	{"BelTA", true, []string{"eng.belta.by", "belta.by"}, nil},
	{"IRNA", true, []string{"irna.ir"}, []string{"Islamic Republic News Agency"}},
	{"Tasnim", true, []string{"tasnimnews.com"}, []string{"Tasnim News Agency"}},
	{"SANA", true, []string{"sana.sy"}, nil},
	{"KCNA", true, []string{"kcna.kp"}, nil},
	{"PA Media", true, []string{"pa.media"}, []string{"Press Association"}},
	{"Bernama", true, []string{"bernama.com"}, nil},
	{"BBC News", false, []string{"bbc.com", "bbc.co.uk"}, []string{"BBC"}},
	{"The Guardian", false, []string{"theguardian.com", "guardian.co.uk"}, []string{"Guardian", "Guardian News & Media"}},
	{"The New York Times", false, []string{"nytimes.com"}, []string{"New York Times", "The New York Times Company"}},
	{"The Washington Post", false, []string{"washingtonpost.com"}, []string{"Washington Post"}},
	{"The Wall Street Journal", false, []string{"wsj.com"}, []string{"Wall Street Journal"}},
	{"Financial Times", false, []string{"ft.com"}, []string{"The Financial Times"}},
	{"The Economist", false, []string{"economist.com"}, nil},
	{"The Times", false, []string{"thetimes.co.uk"}, nil},
	{"The Telegraph", false, []string{"telegraph.co.uk"}, []string{"The Daily Telegraph"}},
	{"The Independent", false, []string{"independent.co.uk"}, nil},
	{"Daily Mail", false, []string{"dailymail.co.uk"}, []string{"MailOnline"}},
	{"Sky News", false, []string{"news.sky.com"}, nil},
	{"CNN", false, []string{"cnn.com", "edition.cnn.com"}, []string{"Cable News Network"}},
	{"NPR", false, []string{"npr.org"}, nil},
	{"NBC News", false, []string{"nbcnews.com"}, nil},
	{"CBS News", false, []string{"cbsnews.com"}, nil},
	{"ABC News", false, []string{"abcnews.go.com", "abc.net.au"}, nil},
	{"Fox News", false, []string{"foxnews.com"}, nil},
	{"CNBC", false, []string{"cnbc.com"}, nil},
	{"USA Today", false, []string{"usatoday.com"}, nil},
	{"Politico", false, []string{"politico.com", "politico.eu"}, []string{"POLITICO"}},
	{"The Hill", false, []string{"thehill.com"}, nil},
	{"Los Angeles Times", false, []string{"latimes.com"}, nil},
	{"Voice of America", false, []string{"voanews.com"}, []string{"VOA", "VOA News"}},
	{"Radio Free Europe/Radio Liberty", false, []string{"rferl.org"}, []string{"RFE/RL"}},
	{"Al Jazeera", false, []string{"aljazeera.com"}, []string{"Al Jazeera English", "Al Jazeera Media Network"}},
	{"DW", false, []string{"dw.com"}, []string{"Deutsche Welle", "DW News"}},
	{"Der Spiegel", false, []string{"spiegel.de"}, []string{"SPIEGEL International"}},
	{"France 24", false, []string{"france24.com"}, []string{"FRANCE 24"}},
	{"RFI", false, []string{"rfi.fr"}, nil},
	{"Le Monde", false, []string{"lemonde.fr"}, nil},
	{"Euronews", false, []string{"euronews.com"}, nil},
	{"EUobserver", false, []string{"euobserver.com"}, nil},
	{"EURACTIV", false, []string{"euractiv.com"}, nil},
	{"El País", false, []string{"elpais.com"}, nil},
	{"Kyiv Post", false, []string{"kyivpost.com"}, nil},
	{"The Kyiv Independent", false, []string{"kyivindependent.com"}, []string{"Kyiv Independent"}},
	{"Ukrayinska Pravda", false, []string{"pravda.com.ua"}, []string{"Ukrainska Pravda"}},
	{"The Moscow Times", false, []string{"themoscowtimes.com"}, []string{"Moscow Times"}},
	{"RT", false, []string{"rt.com"}, nil},
	{"Meduza", false, []string{"meduza.io"}, nil},
	{"Kommersant", false, []string{"kommersant.ru"}, nil},
	{"China Daily", false, []string{"chinadaily.com.cn"}, nil},
	{"Global Times", false, []string{"globaltimes.cn"}, nil},
	{"CGTN", false, []string{"cgtn.com", "news.cgtn.com"}, nil},
	{"People's Daily", false, []string{"people.cn", "people.com.cn"}, []string{"People's Daily Online"}},
	{"South China Morning Post", false, []string{"scmp.com"}, []string{"SCMP"}},
	{"The Straits Times", false, []string{"straitstimes.com"}, []string{"Straits Times"}},
	{"Channel NewsAsia", false, []string{"channelnewsasia.com"}, []string{"CNA"}},
	{"The Times of India", false, []string{"timesofindia.indiatimes.com"}, []string{"Times of India", "TOI"}},
	{"The Hindu", false, []string{"thehindu.com"}, nil},
	{"Hindustan Times", false, []string{"hindustantimes.com"}, nil},
	{"NDTV", false, []string{"ndtv.com"}, nil},
	{"Dawn", false, []string{"dawn.com"}, nil},
	{"The Japan Times", false, []string{"japantimes.co.jp"}, []string{"Japan Times"}},
	{"Nikkei Asia", false, []string{"asia.nikkei.com"}, nil},
	{"The Korea Herald", false, []string{"koreaherald.com"}, []string{"Korea Herald"}},
	{"Daily Sabah", false, []string{"dailysabah.com"}, nil},
	{"Hürriyet Daily News", false, []string{"hurriyetdailynews.com"}, nil},
	{"Haaretz", false, []string{"haaretz.com"}, nil},
	{"The Jerusalem Post", false, []string{"jpost.com"}, []string{"Jerusalem Post"}},
	{"The Times of Israel", false, []string{"timesofisrael.com"}, []string{"Times of Israel"}},
	{"Press TV", false, []string{"presstv.ir", "presstv.com"}, nil},
	{"Tehran Times", false, []string{"tehrantimes.com"}, nil},
	{"Al Arabiya", false, []string{"english.alarabiya.net", "alarabiya.net"}, []string{"Al Arabiya English"}},
	{"Arab News", false, []string{"arabnews.com"}, nil},
	{"Gulf News", false, []string{"gulfnews.com"}, nil},
	{"The National", false, []string{"thenationalnews.com"}, nil},
	{"Middle East Eye", false, []string{"middleeasteye.net"}, nil},
	{"teleSUR", false, []string{"telesurenglish.net", "telesurtv.net"}, []string{"teleSUR English"}},
	{"MercoPress", false, []string{"mercopress.com"}, nil},
	{"AllAfrica", false, []string{"allafrica.com"}, nil},
	{"The Globe and Mail", false, []string{"theglobeandmail.com"}, []string{"Globe and Mail"}},
	{"CBC News", false, []string{"cbc.ca"}, []string{"CBC"}},
	{"The Sydney Morning Herald", false, []string{"smh.com.au"}, []string{"Sydney Morning Herald"}},
	{"UN News", false, []string{"news.un.org"}, nil},
}

// mediumNamed finds a well-known medium by a name under which it signs.
func mediumNamed(name string) (medium, bool) {
	name = bareName(name)
	if name == "" {
		return medium{}, false
	}
	for _, m := range media {
		if bareName(m.name) == name {
			return m, true
		}
		for _, other := range m.also {
			if bareName(other) == name {
				return m, true
			}
		}
	}
	return medium{}, false
}

// bareName is a name without what companies add to theirs.
func bareName(name string) string {
	name = strings.ToLower(tidy(name))
	for _, suffix := range []string{" limited", " ltd", " ltd.", " inc", " inc.", " llc", " plc", " gmbh", " co.", " corporation", " staff", " newsroom"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return strings.Trim(name, " .,")
}

// mediumAt finds a well-known medium by the host of an address.
func mediumAt(address string) (medium, bool) {
	host := hostOf(address)
	for host != "" {
		for _, m := range media {
			for _, h := range m.hosts {
				if h == host {
					return m, true
				}
			}
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return medium{}, false
}

// hostOf is the host of an address, in lower case and without www.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// siteName takes the medium out of a title that names more: "World news | The
// Guardian", "BBC News - Europe".
func siteName(title string) string {
	parts := titleParts.Split(tidy(title), -1)
	for _, part := range parts {
		if m, ok := mediumNamed(part); ok {
			return m.name
		}
	}
	for _, part := range parts {
		if mediaLike(part) {
			return part
		}
	}
	return parts[0]
}
