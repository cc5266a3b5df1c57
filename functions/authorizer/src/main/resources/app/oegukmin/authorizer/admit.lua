
-- Takes from a member's buckets unless the token is banned.
--
-- KEYS[1]  the copy of the member's bans; then the buckets
-- ARGV[1]  the names of all bans that would hit the token, a line each; then the arguments of take
-- Returns  as take does, or "banned", or nothing when there is no copy
local bans = redis.call('GET', KEYS[1])
if not bans or string.sub(bans, 1, 6) == 'lease ' then return false end
-- One plain search for each name, because a list may be long (F-3).
for name in string.gmatch(ARGV[1], '[^\n]+') do
  local at = string.find(bans, ' ' .. name .. '\n', 1, true)
  if at then
    local limit = string.match(string.sub(bans, math.max(1, at - 12), at - 1), '%d+$')
    if tonumber(limit) * 1000 > tonumber(ARGV[2]) then return 'banned' end
  end
end
local buckets, arguments = {}, {}
for i = 2, #KEYS do buckets[i - 1] = KEYS[i] end
for i = 2, #ARGV do arguments[i - 1] = ARGV[i] end
return take(buckets, arguments)
