package when

// A numeric day is packed into one number for its token.
func pack(year, month, day int) int { return (year*13+month)*32 + day }

// unpack undoes pack.
func unpack(packed int) (year, month, day int) {
	return packed / 32 / 13, packed / 32 % 13, packed % 32
}

// numericDay reads a day in figures at the head of s: 2021-12-31, 2021/12/31,
// 31.12.2021, and with slashes the American order 12/31/2021 unless only the
// other one gives a day. It returns the number of bytes read, 0 when s does
// not begin with one.
func numericDay(s string) (packed, width int) {
	var field, digits [3]int
	i := 0
	var mark byte
	for n := range field {
		if n > 0 {
			if i >= len(s) || s[i] != '-' && s[i] != '.' && s[i] != '/' || n == 2 && s[i] != mark {
				return 0, 0
			}
			mark = s[i]
			i++
		}
		for i < len(s) && isDigit(s[i]) && digits[n] < 5 {
			field[n] = 10*field[n] + int(s[i]-'0')
			digits[n]++
			i++
		}
		if digits[n] == 0 || digits[n] > 4 {
			return 0, 0
		}
	}
	if i < len(s) && (isDigit(s[i]) || isLetter(s[i]) && s[i] != 'T' && s[i] < 0x80 || s[i] == mark && i+1 < len(s) && isDigit(s[i+1])) {
		return 0, 0
	}
	year, month, day := field[0], field[1], field[2]
	switch {
	case digits[0] == 4 && digits[1] == 2 && digits[2] == 2 && mark != '.':
	case mark == '.' && digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4:
		year, month, day = field[2], field[1], field[0]
	case mark == '/' && digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || digits[2] == 2):
		year, month, day = field[2], field[0], field[1]
		if digits[2] == 2 {
			year += 2000
		}
		if month > 12 {
			month, day = day, month
		}
	default:
		return 0, 0
	}
	if !plausible(year) || !valid(year, month, day) {
		return 0, 0
	}
	if i < len(s) && s[i] == 'T' { // a time of day follows, which is not ours
		for i < len(s) && (isDigit(s[i]) || isLetter(s[i]) && s[i] < 0x80 || s[i] == ':' || s[i] == '+') {
			i++
		}
	}
	return pack(year, month, day), i
}

// plausible reports whether a number in a news text can be a year.
func plausible(year int) bool { return year >= 1500 && year < 2200 }

// valid reports whether the calendar has the day.
func valid(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}
