
-- Takes from a member's buckets unless the token is banned.
--
-- KEYS[1]  the copy of the member's bans; then the buckets
-- ARGV[1]  the names of all bans that may hit the token, a line each
-- ARGV[2]  when the token was issued, epoch seconds; then the arguments of take
-- Returns  as take does, or "banned", or nothing when there is no copy
local bans = redis.call('GET', KEYS[1])
if not bans or string.sub(bans, 1, 6) == 'lease ' then return false end
local function live(at)
  local limit = string.match(string.sub(bans, math.max(1, at - 12), at - 1), '%d+$')
  return tonumber(limit) * 1000 > tonumber(ARGV[3])
end
-- One plain search for each name, because a list may be long (F-3).
for name in string.gmatch(ARGV[1], '[^\n]+') do
  local at = string.find(bans, ' ' .. name .. '\n', 1, true)
  if at and live(at) then return 'banned' end
end
local at, last = string.find(bans, ' issued ', 1, true)
if at and live(at) and tonumber(ARGV[2]) < tonumber(string.match(bans, '^%d+', last + 1)) then
  return 'banned'
end
local buckets, arguments = {}, {}
for i = 2, #KEYS do buckets[i - 1] = KEYS[i] end
for i = 3, #ARGV do arguments[i - 2] = ARGV[i] end
return take(buckets, arguments)
