package app.oegukmin.shared.work;

/** A message of the removal queue. */
public sealed interface RemovalWork extends Work permits RemoveMember, RemovePictures, RemovePost {}
