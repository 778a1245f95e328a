# Jekyll plugin: writes what Jekyll knows of every post, to the file that ORACLE_OUT names.
require "json"

module Oracle
  def self.plain(value)
    case value
    when Time then value.xmlschema
    when Date then value.iso8601
    when Array then value.map { |item| plain(item) }
    when Hash then value.to_h { |key, item| [key.to_s, plain(item)] }
    when Float then value.finite? ? value : value.to_s
    else value
    end
  end

  # Before Liquid and Markdown.
  def self.before(doc)
    excerpt = doc.data["excerpt"]
    doc.data["oracle"] = {
      "body"    => doc.content,
      "excerpt" => excerpt.is_a?(Jekyll::Excerpt) ? { "source" => excerpt.content.dup } : (excerpt.nil? ? nil : { "raw" => excerpt.to_s }),
      "layout"  => doc.data["layout"],
    }
  end

  def self.after(doc)
    own = %w(excerpt previous next oracle title slug ext tags categories draft date layout)
    {
      "path"       => doc.relative_path,
      "url"        => doc.url,
      "id"         => doc.id,
      "title"      => doc.data["title"],
      "date"       => doc.date.xmlschema,
      "slug"       => doc.data["slug"],
      "ext"        => doc.data["ext"],
      "draft"      => doc.draft?,
      "tags"       => plain(doc.data["tags"]),
      "categories" => plain(doc.data["categories"]),
      "layout"     => plain(doc.data["oracle"]["layout"]),
      "body"       => doc.data["oracle"]["body"],
      "excerpt"    => doc.data["oracle"]["excerpt"],
      "data"       => plain(doc.data.reject { |key, _| own.include?(key) }),
    }
  end
end

Jekyll::Hooks.register(:site, :post_read) { |site| site.posts.docs.each { |doc| Oracle.before(doc) } }
Jekyll::Hooks.register(:site, :post_write) do |site|
  File.write(ENV["ORACLE_OUT"], JSON.pretty_generate(site.posts.docs.map { |doc| Oracle.after(doc) }))
end
