return await Tsunagi.Web.Hosting.Verbs.RunAsync(args);
