package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/viper"

	"demarche/graph"
	"demarche/internal/strict"
	"demarche/loader/article"
	"demarche/queue"
)

// Config is every setting. config.yaml explains the keys; the environment
// variable of store.path is DEMARCHE_STORE_PATH, and it wins.
type Config struct {
	Store struct {
		Backend     string `yaml:"backend"`
		Path        string `yaml:"path"`
		Address     string `yaml:"address"`
		Connections int    `yaml:"connections"`
	} `yaml:"store"`
	Folders struct {
		Actors  string `yaml:"actors"`
		Issues  string `yaml:"issues"`
		Frames  string `yaml:"frames"`
		Queries string `yaml:"queries"`
	} `yaml:"folders"`
	Server struct {
		Listen        string `yaml:"listen"`
		MetricsListen string `yaml:"metrics_listen"`
		Token         string `yaml:"token"`
	} `yaml:"server"`
	Limits struct {
		QueryTime   time.Duration `yaml:"query_time"`
		WriteTime   time.Duration `yaml:"write_time"`
		Rows        int           `yaml:"rows"`
		MaxRows     int           `yaml:"max_rows"`
		QuerySize   Size          `yaml:"query_size"`
		UploadSize  Size          `yaml:"upload_size"`
		QueryMemory Size          `yaml:"query_memory"`
	} `yaml:"limits"`
	Load struct {
		Workers     int  `yaml:"workers"`
		MaxFileSize Size `yaml:"max_file_size"`
		Precise     bool `yaml:"precise"`
	} `yaml:"load"`
	Queue struct {
		URL         string        `yaml:"url"`
		Path        string        `yaml:"path"`
		Replicas    int           `yaml:"replicas"`
		MaxArticles int64         `yaml:"max_articles"`
		MaxSize     Size          `yaml:"max_size"`
		Attempts    int           `yaml:"attempts"`
		RetryWait   time.Duration `yaml:"retry_wait"`
		Silence     time.Duration `yaml:"silence"`
		InHand      int           `yaml:"in_hand"`
	} `yaml:"queue"`
	Watch struct {
		Path     string        `yaml:"path"`
		Poll     time.Duration `yaml:"poll"`
		Interval time.Duration `yaml:"interval"`
		Timeout  time.Duration `yaml:"timeout"`
	} `yaml:"watch"`
	Log struct {
		Level  string `yaml:"level"`
		Format string `yaml:"format"`
	} `yaml:"log"`
}

// defaultConfig returns the settings that hold where nobody says otherwise.
// Empty paths stand for folders of the data directory.
func defaultConfig() Config {
	var c Config
	c.Store.Backend = graph.Bolt
	c.Store.Connections = graph.DefaultConnections
	c.Server.Listen = "127.0.0.1:64210"
	c.Server.MetricsListen = "127.0.0.1:64211"
	c.Limits.QueryTime = 30 * time.Second
	c.Limits.WriteTime = 5 * time.Minute
	c.Limits.Rows = 1000
	c.Limits.MaxRows = 100_000
	c.Limits.QuerySize = 1 << 20
	c.Limits.UploadSize = 32 << 20
	c.Limits.QueryMemory = graph.DefaultMemory
	c.Load.MaxFileSize = article.MaxSize
	c.Queue.Replicas = 1
	c.Queue.MaxArticles = 1_000_000
	c.Queue.MaxSize = 2 << 30
	c.Queue.Attempts = 5
	c.Queue.RetryWait = 5 * time.Second
	c.Queue.Silence = 30 * time.Second
	c.Watch.Poll = 2 * time.Second
	c.Watch.Interval = 15 * time.Minute
	c.Watch.Timeout = 30 * time.Second
	c.Log.Level = "warn"
	c.Log.Format = "text"
	return c
}

// envPrefix begins the names of environment variables.
const envPrefix = "DEMARCHE"

// loadConfig reads the settings: the defaults, the file, then the environment.
// Without a file name it looks for config.yaml in this folder and in that of
// the user's settings; none is needed. Errors wrap errConfig.
func loadConfig(file string) (Config, error) {
	file, data, err := findConfig(file)
	if err != nil {
		return Config{}, fmt.Errorf("%w: %w", errConfig, err)
	}
	settings, keys := viper.New(), map[string]bool{}
	settings.SetConfigType("yaml")
	for key, value := range flatten("", reflect.ValueOf(defaultConfig())) {
		keys[key] = true
		settings.SetDefault(key, value)
	}
	settings.SetEnvPrefix(envPrefix)
	settings.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	settings.AllowEmptyEnv(true)
	settings.AutomaticEnv()
	if len(bytes.TrimSpace(data)) > 0 {
		// Strictly first: it names file and line.
		var shape Config
		var node strict.Node
		if err := strict.Unmarshal(file, data, &node); err == nil {
			if err := strict.Unmarshal(file, data, &shape); err != nil {
				return Config{}, fmt.Errorf("%w: %w", errConfig, err)
			}
		}
		if err := settings.ReadConfig(bytes.NewReader(data)); err != nil {
			return Config{}, fmt.Errorf("%w: %s: %w", errConfig, file, err)
		}
	}
	c, err := decode(settings, keys)
	if err != nil {
		return Config{}, fmt.Errorf("%w: %w", errConfig, err)
	}
	c.locate(func(key string) string {
		if _, set := os.LookupEnv(envOf(key)); set || file == "" {
			return ""
		}
		return filepath.Dir(file)
	})
	return c, nil
}

// findConfig returns the name and the content of the file to read; both are
// empty when there is none.
func findConfig(file string) (string, []byte, error) {
	file = cmp.Or(file, os.Getenv(envPrefix+"_CONFIG"))
	if file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return "", nil, fmt.Errorf("reading the configuration: %w", err)
		}
		return file, data, nil
	}
	for _, place := range []string{"config.yaml", filepath.Join(userDir("XDG_CONFIG_HOME", ".config"), "config.yaml")} {
		data, err := os.ReadFile(place)
		if err == nil {
			return place, data, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", nil, fmt.Errorf("reading the configuration: %w", err)
		}
	}
	return "", nil, nil
}

// flatten returns the fields of a struct of structs by their dotted keys.
func flatten(prefix string, v reflect.Value) map[string]any {
	all := map[string]any{}
	for i := range v.NumField() {
		key := prefix + v.Type().Field(i).Tag.Get("yaml")
		if field := v.Field(i); field.Kind() == reflect.Struct {
			for k, value := range flatten(key+".", field) {
				all[k] = value
			}
		} else {
			all[key] = field.Interface()
		}
	}
	return all
}

func envOf(key string) string {
	return envPrefix + "_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// strangeVariables returns the names of environment variables that look like
// settings and are none. They are no errors: some systems set such on their own.
func strangeVariables() []string {
	known := map[string]bool{envPrefix + "_CONFIG": true}
	for key := range flatten("", reflect.ValueOf(defaultConfig())) {
		known[envOf(key)] = true
	}
	var strange []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, envPrefix+"_") && !known[name] {
			strange = append(strange, name)
		}
	}
	return strange
}

// decode turns the settings into a Config and checks each.
func decode(settings *viper.Viper, keys map[string]bool) (Config, error) {
	var c Config
	for _, key := range settings.AllKeys() {
		if !keys[key] {
			return c, fmt.Errorf("unknown key %s; config.yaml of the project lists them all", key)
		}
	}
	err := settings.UnmarshalExact(&c, func(d *mapstructure.DecoderConfig) {
		d.TagName = "yaml"
		d.DecodeHook = mapstructure.ComposeDecodeHookFunc(
			mapstructure.StringToTimeDurationHookFunc(), mapstructure.TextUnmarshallerHookFunc())
	})
	if err != nil {
		return c, fmt.Errorf("a setting has the wrong form: %s", strings.Join(strings.Fields(err.Error()), " "))
	}
	return c, c.check()
}

// check reports every setting that cannot be used.
func (c *Config) check() error {
	var wrong []error
	fail := func(key, format string, args ...any) {
		wrong = append(wrong, fmt.Errorf("%s: %s", key, fmt.Sprintf(format, args...)))
	}
	oneOf := func(key, value string, allowed ...string) {
		if !slices.Contains(allowed, value) {
			fail(key, "%q is none of %s", value, strings.Join(allowed, ", "))
		}
	}
	oneOf("store.backend", c.Store.Backend, graph.Bolt, graph.LevelDB, graph.Memory, graph.Postgres, graph.Cockroach)
	oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	oneOf("log.format", c.Log.Format, "text", "json")
	if sql := c.Store.Backend == graph.Postgres || c.Store.Backend == graph.Cockroach; sql && c.Store.Address == "" {
		fail("store.address", "back end %s needs the address of its database", c.Store.Backend)
	}
	if c.Store.Connections < graph.MinConnections {
		fail("store.connections", "it must be %d or more", graph.MinConnections)
	}
	for key, address := range map[string]string{"server.listen": c.Server.Listen, "server.metrics_listen": c.Server.MetricsListen} {
		if _, _, err := net.SplitHostPort(address); err != nil && (address != "" || key == "server.listen") {
			fail(key, "%q is not HOST:PORT", address)
		}
	}
	for key, n := range map[string]int64{
		"limits.query_time": int64(c.Limits.QueryTime), "limits.write_time": int64(c.Limits.WriteTime),
		"limits.rows": int64(c.Limits.Rows), "limits.max_rows": int64(c.Limits.MaxRows),
		"limits.query_size": int64(c.Limits.QuerySize), "limits.upload_size": int64(c.Limits.UploadSize),
		"limits.query_memory": int64(c.Limits.QueryMemory), "load.max_file_size": int64(c.Load.MaxFileSize),
		"queue.replicas": int64(c.Queue.Replicas), "queue.max_articles": c.Queue.MaxArticles, "queue.max_size": int64(c.Queue.MaxSize),
		"queue.attempts": int64(c.Queue.Attempts), "queue.retry_wait": int64(c.Queue.RetryWait), "queue.silence": int64(c.Queue.Silence),
		"watch.poll": int64(c.Watch.Poll), "watch.interval": int64(c.Watch.Interval), "watch.timeout": int64(c.Watch.Timeout),
	} {
		if n <= 0 {
			fail(key, "it must be more than nothing")
		}
	}
	if c.Limits.MaxRows < c.Limits.Rows {
		fail("limits.max_rows", "it is less than limits.rows")
	}
	if c.Load.MaxFileSize > article.MaxSize {
		fail("load.max_file_size", "it can be at most %s", Size(article.MaxSize))
	}
	if c.Load.Workers < 0 {
		fail("load.workers", "it must be 0, for all cores, or more")
	}
	if c.Queue.InHand < 0 {
		fail("queue.in_hand", "it must be 0, for four times load.workers, or more")
	}
	if err := queue.CheckURL(c.Queue.URL); c.Queue.URL != "" && err != nil {
		fail("queue.url", "%s", err)
	}
	slices.SortFunc(wrong, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return errors.Join(wrong...)
}

// locate makes the paths absolute: empty ones lie in the data directory, and
// those of the configuration file are relative to its folder.
func (c *Config) locate(base func(key string) string) {
	data := userDir("XDG_DATA_HOME", filepath.Join(".local", "share"))
	for key, path := range map[string]*string{
		"store.path": &c.Store.Path, "folders.actors": &c.Folders.Actors, "folders.issues": &c.Folders.Issues,
		"folders.frames": &c.Folders.Frames, "folders.queries": &c.Folders.Queries,
		"queue.path": &c.Queue.Path, "watch.path": &c.Watch.Path,
	} {
		home, err := os.UserHomeDir()
		switch rest, isHome := strings.CutPrefix(*path, "~/"); {
		case *path == "":
			// store.path is "store", folders.actors is "actors".
			name := strings.TrimPrefix(strings.TrimSuffix(key, ".path"), "folders.")
			*path = filepath.Join(data, name)
		case isHome && err == nil:
			*path = filepath.Join(home, rest)
		case !filepath.IsAbs(*path):
			*path = filepath.Join(base(key), *path)
		}
	}
}

// userDir is the user's folder of a kind for this program, as the XDG rules
// have it: in the folder that a variable names, or else in one of the home.
func userDir(variable, inHome string) string {
	folder := os.Getenv(variable)
	if !filepath.IsAbs(folder) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "demarche-data" // no home to call at: this folder
		}
		folder = filepath.Join(home, inHome)
	}
	return filepath.Join(folder, "demarche")
}

// workers returns how many articles are read at a time.
func (c *Config) workers() int { return cmp.Or(c.Load.Workers, runtime.GOMAXPROCS(0)) }

// inHand returns how many articles of the queue a worker has at a time: more than
// it reads at a time, so that several are stored in one transaction.
func (c *Config) inHand() int { return cmp.Or(c.Queue.InHand, 4*c.workers()) }

// Size is a number of bytes, written as "64MB", "500KB" or a plain number. The
// units are powers of 1024.
type Size int64

var units = []struct {
	name string
	size Size
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}}

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	number, unit := strings.ToUpper(strings.TrimSpace(string(text))), Size(1)
	for _, u := range units {
		if rest, ok := strings.CutSuffix(number, u.name); ok {
			number, unit = strings.TrimSpace(rest), u.size
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || n > 1<<40 {
		return fmt.Errorf("%q is not a size such as 64MB", text)
	}
	*s = Size(n) * unit
	return nil
}

// String writes the size in the largest unit that fits.
func (s Size) String() string {
	for _, u := range units {
		if s >= u.size && s%u.size == 0 {
			return fmt.Sprintf("%d%s", int64(s/u.size), u.name)
		}
	}
	return "0B"
}
