package app.oegukmin.user;

/** A member as somebody reads it: the whole account by its owner, a part by everybody else. */
sealed interface Profile permits UserView, ProfileView {}
