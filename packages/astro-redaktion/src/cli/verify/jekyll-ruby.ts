import { TEXT_MARK } from './text-mark.ts';

/**
 * Asks the Ruby that runs Jekyll what of a site it can load, in the order in which Jekyll loads: the theme, the site's
 * own plugins, then gems. It is a plugin of Jekyll's, so that the answer is that of the very same Ruby and bundle, and
 * ends the command once `answer.json` is written. `asked.json`, beside it too, names gems that only the Gemfile does.
 */
export const PROBE = `require "json"

# What stops all of the paths from being loaded, and the one that does not.
def redaktion_load(paths)
  failures = []
  paths.each do |path|
    require path
    return { :path => path }
  rescue ScriptError, StandardError => e
    failures << e.message.lines.first.to_s.strip
  end
  { :why => failures.first }
end

asked = JSON.parse(File.read(File.join(__dir__, "asked.json")))
config = Jekyll.configuration("source" => Dir.pwd, "quiet" => true)
missing = []

theme = config["theme"]
if theme.is_a?(String)
  begin
    Jekyll::Theme.new(theme).runtime_dependencies.each { |gem| redaktion_load([gem.name]) }
  rescue StandardError
    missing << { "kind" => "theme", "name" => theme }
  end
end

folders = config["safe"] ? [] : Array(config["plugins_dir"]).map { |folder| File.expand_path(folder) }
files = folders.flat_map { |folder| Jekyll::Utils.safe_glob(folder, File.join("**", "*.rb")) }.select do |file|
  why = redaktion_load([file])[:why]
  missing << { "kind" => "file", "name" => file.delete_prefix("#{Dir.pwd}/"), "why" => why } if why
  why.nil?
end

named = (Array(config["plugins"]) + Array(config["gems"])).map(&:to_s)
named &= Array(config["whitelist"]).flatten.map(&:to_s) if config["safe"]
gems = (named + asked["gems"]).uniq.map do |name|
  loaded = redaktion_load([name, name.tr("-", "/")].uniq)
  missing << { "kind" => "plugin", "name" => name, "why" => loaded[:why] } if loaded[:why]
  loaded[:path]
end

remote = config["remote_theme"]
missing << { "kind" => "theme", "name" => remote } if remote.is_a?(String) && !defined?(Jekyll::RemoteTheme)

begin
  processor = Jekyll::Converters::Markdown.new(config).get_processor
rescue StandardError
  processor = nil
end
missing << { "kind" => "markdown", "name" => config["markdown"].to_s } unless processor

answer = { "missing" => missing, "files" => files, "gems" => gems.compact }
File.write(File.join(__dir__, "answer.json"), JSON.generate(answer))
exit!(0)
`;

/**
 * Stands in for what is missing, as `asked.json` beside it says, and loads the site's own plugins:
 *
 * - tags of plugins that print nothing of a text, where nobody else makes them;
 * - where the theme is missing, a bare page for its layouts, and nothing for its includes;
 * - lists that a plugin would have filled;
 * - style sheets that Sass cannot read, be it for want of the theme's or for their age: styles are not compared.
 *
 * It marks where a layout prints a text (`TEXT_MARK`): what stands round it is the theme's.
 *
 * `silent.json` tells which tags and includes have printed nothing.
 */
export const STAND_IN = String.raw`require "json"
require "cgi"

asked = JSON.parse(File.read(File.join(__dir__, "asked.json")))

module Redaktion
  SILENT = { "includes" => [], "tags" => [] }

  class SilentTag < Liquid::Tag
    def render(_context)
      SILENT["tags"] << tag_name
      ""
    end
  end

  module Include
    def render(context)
      super
    rescue IOError => e
      name = e.message[/included file '(.*?)'/, 1]
      raise unless name

      SILENT["includes"] << name
      ""
    end
  end

  module Styles
    def convert(content)
      super
    rescue StandardError
      ""
    end
  end

  module Marks
    MARK = "${TEXT_MARK}"

    def place_in_layouts(content, *rest)
      is_page = document.destination(site.dest).end_with?(".html")
      return super unless is_page && site.layouts[document.data["layout"].to_s]

      # A layout may print the text with its angle brackets escaped, the mark with it.
      page = super("#{MARK}#{content}#{MARK}", *rest).gsub(CGI.escapeHTML(MARK), MARK)
      return page if page.include?(MARK)

      # Layouts of lists print no text; others print \`page.content\`.
      content.strip.empty? ? "#{page}#{MARK}#{MARK}" : page.sub(content) { "#{MARK}#{content}#{MARK}" }
    end
  end

  module Sort
    def sort(input, *options)
      input.nil? ? [] : super
    end
  end
end

Jekyll::Converters::Scss.prepend(Redaktion::Styles) if defined?(Jekyll::Converters::Scss)

Jekyll::Renderer.prepend(Redaktion::Marks)

include_tag = Liquid::Template.tags["include"]
asked["silentTags"].each { |name| Liquid::Template.register_tag(name, Redaktion::SilentTag) }
Liquid::Template.register_tag("include_cached", Class.new(include_tag)) if asked["incomplete"]
Jekyll::Filters.prepend(Redaktion::Sort) if asked["incomplete"]

if asked["noTheme"]
  include_tag.prepend(Redaktion::Include)
  Jekyll::Hooks.register [:documents, :pages], :post_render do |page|
    layout = page.data["layout"]
    next if layout.nil? || page.site.layouts[layout] || page.output_ext != ".html"

    title = CGI.escapeHTML(page.data["title"].to_s)
    heading = "<title>#{title}</title><h1>#{title}</h1>" unless title.empty?
    time = "<time datetime=\"#{page.date.xmlschema}\"></time>" if page.respond_to?(:date)
    page.output = "<!doctype html>#{heading}#{time}<article class=\"post-content\">#{page.output}</article>"
  end
end

Jekyll::Hooks.register :site, :post_write do
  silent = Redaktion::SILENT.transform_values { |names| names.uniq.sort }
  File.write(File.join(__dir__, "silent.json"), JSON.generate(silent))
end

asked["files"].each { |file| require file }
`;
